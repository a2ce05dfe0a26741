package io.dividendsomatic.ingestion.source.mail;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dividendsomatic.ingestion.source.Secret;
import java.net.URI;
import org.junit.jupiter.api.Test;

class MailboxSettingsTest {

    @Test
    void an_address_that_is_refused_is_not_told_whole_because_it_may_hold_a_secret() {
        URI address = URI.create("http://user:canary@login.example/token?key=canary");

        assertThatThrownBy(() -> new MailboxSettings.OAuth(address, "id", null, Secret.of("refresh"), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http://login.example")
                .hasMessageNotContaining("canary");
    }
}
