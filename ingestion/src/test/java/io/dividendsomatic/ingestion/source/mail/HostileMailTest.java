package io.dividendsomatic.ingestion.source.mail;

import static io.dividendsomatic.ingestion.source.mail.Mails.csv;
import static io.dividendsomatic.ingestion.source.mail.Mails.flex;
import static io.dividendsomatic.ingestion.source.mail.Mails.forwarded;
import static io.dividendsomatic.ingestion.source.mail.Mails.mail;
import static io.dividendsomatic.ingestion.source.mail.Mails.named;
import static io.dividendsomatic.ingestion.source.mail.Mails.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a message holds, the ones before and behind it are read, and its refusal is told once. */
class HostileMailTest {
    @TempDir
    private static Path folder;

    private static TestCertificate certificate;

    private PostOffice post;

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificate = TestCertificate.of(folder, "localhost");
    }

    @BeforeEach
    void open() throws Exception {
        post = new PostOffice(certificate);
    }

    @AfterEach
    void close() throws Exception {
        post.close();
    }

    private void between(String hostile) throws Exception {
        post.deliver(flex(1, csv("a.csv", "before")));
        post.deliver(hostile);
        post.deliver(flex(9_999, csv("b.csv", "behind")));
        post.source().fetch();
        post.source().fetch();
        post.front.countAnew(7); // all is read once more
        post.source().fetch();
        assertThat(post.texts()).contains("before", "behind");
    }

    private void isRefusedOnce(String code) {
        assertThat(post.texts()).containsExactly("before", "behind");
        assertThat(post.deliveries)
                .filteredOn(name -> name.startsWith("refused"))
                .containsExactly("refused " + code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/x.csv", "/etc/x.csv", "..\\\\..\\\\x.csv", "C:\\\\x.csv"})
    void a_name_leads_nowhere(String name) throws Exception {
        between(flex(2, csv(name, "path")));

        assertThat(post.deliveries).contains("x.csv").noneMatch(given -> given.contains("/") || given.contains("\\"));
    }

    @Test
    void a_name_is_shown_as_it_is_and_not_from_right_to_left() throws Exception {
        between(flex(2, named("filename*=UTF-8''x%E2%80%AEfdp.csv", "turned".getBytes(StandardCharsets.UTF_8))));

        assertThat(post.deliveries).contains("x_fdp.csv");
    }

    @Test
    void two_hundred_attachments_are_too_many() throws Exception {
        between(flex(
                2,
                IntStream.range(0, 200)
                        .mapToObj(n -> csv("a" + n + ".csv", "many " + n))
                        .toArray(String[]::new)));

        isRefusedOnce("TOO_MANY_ATTACHMENTS");
    }

    @Test
    void fifty_megabytes_are_too_large_and_not_even_fetched() throws Exception {
        byte[] large = new byte[50 << 20];
        between(flex(2, named("filename=\"large.csv\"", large)));

        isRefusedOnce("TOO_LARGE");
        assertThat(post.front.asked()).noneMatch(line -> line.matches(".*FETCH 2 .*BODY.PEEK.*"));
    }

    @Test
    void messages_in_messages_end_somewhere() throws Exception {
        String nested = flex(100, csv("deep.csv", "deep"));
        for (int depth = 0; depth < 50; depth++) {
            nested = flex(101 + depth, text(), forwarded(nested));
        }
        between(nested);

        isRefusedOnce("TOO_DEEP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"donotreply@interactivebrokers.com\" <mallory@example.org>",
                "donotreply@interactivebrokers.com.example.org",
                "donotreply@interactivebrokers.com, mallory@example.org",
                "mallory+donotreply@interactivebrokers.com@example.org",
                "<>"
            })
    void a_sender_who_only_looks_like_the_broker_is_none(String from) throws Exception {
        between(mail(2, from, "Activity Flex for 01/30/2026", csv("a.csv", "forged")));

        isRefusedOnce("FOREIGN_SENDER");
    }

    @Test
    void broken_base64_is_refused_and_the_file_beside_it_taken() throws Exception {
        String broken = csv("broken.csv", "something longer than a few bytes").replaceFirst("c29tZXRo", "!!!!~~~~");
        between(flex(2, broken, csv("whole.csv", "beside")));

        assertThat(post.texts()).containsExactly("before", "beside", "behind");
        assertThat(post.refusals.values()).hasSize(1).first().asString().startsWith("BROKEN_ENCODING broken.csv");
    }

    @Test
    void a_message_that_ends_too_soon_is_refused_because_a_part_of_a_statement_may_look_whole() throws Exception {
        String whole = flex(2, csv("a.csv", "a long statement of which only the beginning came"));
        between(whole.substring(0, whole.indexOf("--outer-2--") - 20));

        isRefusedOnce("TRUNCATED");
    }

    @Test
    void a_multipart_without_parts_stops_nothing() throws Exception {
        between(
                "From: donotreply@interactivebrokers.com\nSubject: Trades Flex\nContent-Type: multipart/mixed\n\nno parts\n");

        assertThat(post.refusals).hasSize(1);
        assertThat(post.texts()).containsExactly("before", "behind");
    }
}
