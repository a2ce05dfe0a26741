package io.dividendsomatic.ingestion.source.mail;

import static io.dividendsomatic.ingestion.source.mail.Mails.csv;
import static io.dividendsomatic.ingestion.source.mail.Mails.flex;
import static io.dividendsomatic.ingestion.source.mail.Mails.forwarded;
import static io.dividendsomatic.ingestion.source.mail.Mails.mail;
import static io.dividendsomatic.ingestion.source.mail.Mails.multipart;
import static io.dividendsomatic.ingestion.source.mail.Mails.named;
import static io.dividendsomatic.ingestion.source.mail.Mails.text;
import static io.dividendsomatic.ingestion.source.mail.Mails.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.MailFolder;
import io.dividendsomatic.ingestion.source.Fetched;
import io.dividendsomatic.ingestion.source.Secret;
import io.dividendsomatic.ingestion.source.SourceFailed;
import io.dividendsomatic.ingestion.source.mail.MailboxSettings.Afterwards;
import jakarta.mail.Flags;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSourceTest {
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

    @Test
    void every_file_of_a_message_is_taken_however_deep_it_lies_and_however_its_name_is_written() throws Exception {
        String inner = flex(2, text(), csv("forwarded.csv", "four"));
        post.deliver(flex(
                1,
                text(),
                csv("plain.csv", "one"),
                multipart("inner", text(), csv("nested.CSV", "two")),
                named("filename=\"=?UTF-8?B?bMOkaGRlLmNzdg==?=\"", "three".getBytes(StandardCharsets.UTF_8)),
                forwarded(inner),
                named("filename*=UTF-8''%C3%A4ljetty.csv", "five".getBytes(StandardCharsets.UTF_8)),
                named("filename=\"week.zip\"", zip("a.csv", "six", "b.csv", "seven")),
                csv("logo.png", "no statement")));

        assertThat(post.source().fetch()).isEqualTo(new Fetched(7, 0, 0));
        assertThat(post.texts()).containsExactly("one", "two", "three", "four", "five", "six", "seven");
        assertThat(post.deliveries).contains("lähde.csv", "äljetty.csv", "nested.CSV", "a.csv");
        assertThat(post.refusals).isEmpty();
    }

    @Test
    void a_message_is_read_once_and_stays_unread_in_the_mailbox() throws Exception {
        post.deliver(flex(1, csv("a.csv", "one")));
        MailSource source = post.source();
        assertThat(source.fetch()).isEqualTo(new Fetched(1, 0, 0));
        assertThat(source.fetch()).isEqualTo(Fetched.NOTHING);
        assertThat(post.source().fetch()).isEqualTo(Fetched.NOTHING);

        assertThat(post.deliveries).containsExactly("a.csv");
        assertThat(isSeen(post.folder("INBOX"))).isFalse();
    }

    @Test
    void a_server_that_counts_anew_is_read_again_and_every_file_is_known() throws Exception {
        post.deliver(flex(1, csv("a.csv", "one")));
        post.deliver(mail(2, "mallory@example.org", "Activity Flex", csv("b.csv", "two")));
        assertThat(post.source().fetch()).isEqualTo(new Fetched(1, 0, 1));

        post.front.countAnew(4711);
        assertThat(post.source().fetch()).isEqualTo(new Fetched(0, 1, 1));
        assertThat(post.refusals).hasSize(1);
        assertThat(post.deliveries).filteredOn("refused FOREIGN_SENDER"::equals).hasSize(1);
    }

    @Test
    void a_disk_that_is_full_costs_nothing() throws Exception {
        post.deliver(flex(1, csv("a.csv", "one")));
        post.deliver(flex(2, csv("b.csv", "two")));
        post.deliver(flex(3, csv("c.csv", "three")));
        post.roomFor = 1;
        assertThatThrownBy(post.source()::fetch).hasRootCauseMessage("No space left on device");
        assertThatThrownBy(post.source()::fetch).hasRootCauseMessage("No space left on device");
        assertThat(post.texts()).containsExactly("one");

        post.roomFor = Integer.MAX_VALUE;
        assertThat(post.source().fetch()).isEqualTo(new Fetched(2, 0, 0));
        assertThat(post.texts()).containsExactly("one", "two", "three");
        assertThat(post.refusals).isEmpty();
    }

    @Test
    void a_read_message_is_marked_moved_or_labelled_and_one_that_is_no_statement_left_alone() throws Exception {
        for (Afterwards afterwards : List.of(Afterwards.MARK_READ, Afterwards.LABEL, Afterwards.MOVE)) {
            try (PostOffice own = new PostOffice(certificate)) {
                own.deliver(flex(1, csv("a.csv", "good")));
                own.deliver(flex(2, csv("b.csv", "bad, no statement")));
                String into = afterwards == Afterwards.MARK_READ ? null : "Statements";
                own.source(own.settings(Secret.of(PostOffice.PASSWORD), afterwards, into))
                        .fetch();

                assertThat(own.texts()).hasSize(2);
                switch (afterwards) {
                    case MARK_READ -> {
                        assertThat(own.folder("INBOX")
                                        .getMessages()
                                        .getFirst()
                                        .getFlags()
                                        .contains(Flags.Flag.SEEN))
                                .isTrue();
                        assertThat(own.folder("INBOX")
                                        .getMessages()
                                        .getLast()
                                        .getFlags()
                                        .contains(Flags.Flag.SEEN))
                                .isFalse();
                    }
                    case LABEL -> {
                        assertThat(own.folder("INBOX").getMessageCount()).isEqualTo(2);
                        assertThat(own.folder("Statements").getMessageCount()).isEqualTo(1);
                    }
                    default -> {
                        assertThat(own.folder("INBOX").getMessageCount()).isEqualTo(1);
                        assertThat(own.folder("Statements").getMessageCount()).isEqualTo(1);
                    }
                }
            }
        }
    }

    @Test
    void a_password_goes_by_login_or_by_plain_whichever_the_server_offers() throws Exception {
        post.deliver(flex(1, csv("a.csv", "one")));
        post.source().fetch();
        assertThat(post.front.asked()).anyMatch(line -> line.contains(" LOGIN "));

        post.front.asked().clear();
        post.front.offerPlain();
        post.source().fetch();
        assertThat(post.front.asked()).anyMatch(line -> line.contains("AUTHENTICATE PLAIN"));
        assertThat(post.front.asked()).noneMatch(line -> line.contains(" LOGIN "));
        assertThat(post.texts()).containsExactly("one");
    }

    @Test
    void wrong_credentials_are_told_without_them() throws Exception {
        MailSource source = post.source(post.settings(Secret.of("canary-4711"), Afterwards.NOTHING, null));

        assertThatThrownBy(source::fetch)
                .isInstanceOfSatisfying(SourceFailed.class, failed -> {
                    assertThat(failed.code()).isEqualTo("LOGIN_REFUSED");
                    assertThat(failed.isLasting()).isTrue();
                })
                .hasNoCause()
                .hasMessageNotContaining("canary");
    }

    @Test
    void a_server_that_signs_itself_is_refused_before_anything_is_said() throws Exception {
        assertNotTrusted(PostOffice.trusting(post.settings(), null));
    }

    @Test
    void a_server_that_proves_another_name_is_refused() throws Exception {
        TestCertificate other = TestCertificate.of(folder, "mail.example.com");
        try (PostOffice impostor = new PostOffice(other)) {
            assertNotTrusted(impostor.settings());
            assertThat(impostor.front.asked()).isEmpty();
        }
    }

    private void assertNotTrusted(MailboxSettings settings) {
        assertThatThrownBy(post.source(settings)::fetch).isInstanceOfSatisfying(SourceFailed.class, failed -> {
            assertThat(failed.code()).isEqualTo("SERVER_NOT_TRUSTED");
            assertThat(failed.isLasting()).isTrue();
        });
        assertThat(post.front.asked()).isEmpty();
    }

    private static boolean isSeen(MailFolder folder) {
        return folder.getMessages().getFirst().getFlags().contains(Flags.Flag.SEEN);
    }
}
