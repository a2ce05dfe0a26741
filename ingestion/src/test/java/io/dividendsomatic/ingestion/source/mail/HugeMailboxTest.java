package io.dividendsomatic.ingestion.source.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.ingestion.source.Fetched;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mailbox of as many old messages as {@code mail.messages} says, and one new. */
class HugeMailboxTest {
    private static final int OLD = Integer.getInteger("mail.messages", 5_000);

    @TempDir
    private Path folder;

    @Test
    void of_a_mailbox_that_was_read_only_new_messages_are_asked_for() throws Exception {
        TestCertificate certificate = TestCertificate.of(folder, "localhost");
        try (PostOffice post = new PostOffice(certificate);
                HugeMailbox mailbox = new HugeMailbox(OLD);
                ImapFront front = new ImapFront(certificate.context(), mailbox.port())) {
            MailboxSettings settings = PostOffice.at(post.settings(), front.port());
            long begun = System.nanoTime();
            MailSource source = post.source(settings);
            assertThat(source.fetch()).isEqualTo(Fetched.NOTHING);
            assertThat(source.progress().done()).isEqualTo(OLD);
            long read = System.nanoTime();
            int atFirst = front.asked().size();
            front.asked().clear();

            mailbox.deliver(Mails.flex(OLD + 1, Mails.csv("a.csv", "one")));
            source = post.source(settings);
            long again = System.nanoTime();
            assertThat(source.fetch()).isEqualTo(new Fetched(1, 0, 0));
            System.out.printf(
                    "%,d messages: all in %,d ms by %,d requests, then a new one in %,d ms by %d; %,d MB in use%n",
                    OLD,
                    (read - begun) / 1_000_000,
                    atFirst,
                    (System.nanoTime() - again) / 1_000_000,
                    front.asked().size(),
                    (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
            assertThat(post.texts()).containsExactly("one");
            assertThat(source.progress().total()).isEqualTo(1);
            assertThat(front.asked())
                    .hasSizeLessThan(20)
                    .filteredOn(line -> line.contains("FETCH"))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).containsPattern("FETCH " + (OLD + 1) + "[ :]"));
        }
    }
}
