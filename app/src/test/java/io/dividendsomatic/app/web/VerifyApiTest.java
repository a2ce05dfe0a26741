package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class VerifyApiTest extends RunningProgram {
    private static final String FILE =
            "ReportDate,CurrencyPrimary,Symbol,Quantity,MarkPrice,PositionValue,CostBasisMoney,"
                    + "FXRateToBase,ISIN\n2031-04-05,EUR,KUUSI,%d,9,27,24,1,FI0000000011\n";

    private JsonNode verify() throws Exception {
        return send(request("/api/v1/admin/verify")
                        .POST(BodyPublishers.noBody())
                        .build())
                .json();
    }

    @Test
    void bytes_of_the_archive_that_were_changed_or_lost_are_named() throws Exception {
        byte[] content = FILE.formatted(3).getBytes(StandardCharsets.UTF_8);
        assertThat(upload("verified.csv", content, AccountId.parse("lynx:V7000001"))
                        .status())
                .isIn(200, 201);
        FileId file = FileId.of(content);
        Path archived =
                HOME.resolve("archive").resolve(file.sha256().substring(0, 2)).resolve(file.sha256());
        assertThat(verify().path("archive").toString()).doesNotContain(file.sha256());

        Files.writeString(archived, "other bytes");
        JsonNode altered = verify();
        assertThat(altered.path("holds").asBoolean()).isFalse();
        assertThat(altered.path("archive").path("altered").toString()).contains(file.sha256());

        Files.delete(archived);
        assertThat(verify().path("archive").path("missing").toString()).contains(file.sha256());
        Files.write(archived, content);
    }

    @Test
    void its_digest_follows_from_the_events() throws Exception {
        await().until(() -> verify().path("digest").equals(verify().path("digest"))); // others tell here too
        JsonNode before = verify();
        assertThat(before.path("events").path("broken").isEmpty()).isTrue();

        upload("more.csv", FILE.formatted(4).getBytes(StandardCharsets.UTF_8), AccountId.parse("lynx:V7000002"));
        assertThat(verify().path("digest")).isNotEqualTo(before.path("digest"));
    }
}
