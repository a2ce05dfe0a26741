package io.dividendsomatic.ingestion.source.mail;

import io.dividendsomatic.portfolio.kernel.AccountId;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which messages are meant, and what is taken from them. The first rule that fits a message counts.
 *
 * @param folder in which they lie
 * @param senders addresses, {@code name@example.com}, or whole domains, {@code @example.com}; compared by us with the
 *     address itself, whatever name stands beside it
 * @param subject found somewhere in the subject; absent for any
 * @param attachments globs of names, small and capital letters alike
 * @param account for files that name none, {@code broker:number}
 */
public record MailRule(
        @DefaultValue("INBOX") String folder,
        List<String> senders,
        @Nullable Pattern subject,
        @DefaultValue({"*.csv", "*.xml", "*.zip"}) List<String> attachments,
        @Nullable String account) {
    private static final String INBOX = "INBOX";

    /** Flex queries as IBKR mails them, and whatever Nordnet sends. */
    static final List<MailRule> USUAL = List.of(
            new MailRule(
                    INBOX,
                    List.of("donotreply@interactivebrokers.com"),
                    Pattern.compile("\\b(Activity|Dividend|Trades|Actions) Flex\\b"),
                    List.of("*.csv", "*.xml", "*.zip"),
                    null),
            new MailRule(
                    INBOX,
                    List.of("@nordnet.fi", "@nordnet.se", "@nordnet.no", "@nordnet.dk"),
                    null,
                    List.of("*.csv", "*.tsv", "*.txt", "*.zip"),
                    null));

    /** Throws IllegalArgumentException for a rule that would take everybody's mail, or an account that is none. */
    public MailRule {
        senders = senders.stream().map(MailRule::small).toList();
        attachments = attachments.stream().map(MailRule::small).toList();
        if (senders.isEmpty() || senders.stream().anyMatch(sender -> !sender.contains("@"))) {
            throw new IllegalArgumentException("senders are addresses or @domains, at least one: " + senders);
        }
        if (account != null) {
            AccountId.parse(account);
        }
        attachments.forEach(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob));
    }

    boolean allows(String sender) {
        String address = small(sender);
        String domain = address.substring(Math.max(0, address.lastIndexOf('@')));
        return senders.contains(address) || senders.contains(domain);
    }

    boolean fits(String theSubject) {
        return subject == null || subject.matcher(theSubject).find();
    }

    boolean wants(String attachment) {
        try {
            Path name = Path.of(small(attachment).replace('/', '_'));
            return attachments.stream()
                    .anyMatch(glob -> FileSystems.getDefault()
                            .getPathMatcher("glob:" + glob)
                            .matches(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Nullable
    AccountId accountId() {
        return account == null ? null : AccountId.parse(account);
    }

    private static String small(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
