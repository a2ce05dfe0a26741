package io.dividendsomatic.ingestion.source.mail;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailboxes that are read, by the user's own names: {@code dividendsomatic.sources.mail.<name>.*}.
 */
@ConfigurationProperties("dividendsomatic.sources")
public record MailSources(@DefaultValue Map<String, MailboxSettings> mail) {
    public MailSources {
        mail = Map.copyOf(mail);
    }
}
