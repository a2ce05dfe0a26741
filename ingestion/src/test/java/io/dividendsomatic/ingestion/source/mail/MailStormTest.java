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

import io.dividendsomatic.ingestion.source.Fetched;
import io.dividendsomatic.ingestion.source.SourceFailed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Connections that break, a server that counts anew, a program that starts again. As many rounds as {@code mail.rounds}
 * says, at moments that the printed seed gives.
 */
class MailStormTest {
    private static final int ROUNDS = Integer.getInteger("mail.rounds", 1);
    private static final int MESSAGES = 200;

    /** At any step, after one at each of the first. */
    private static final int FURTHER_CUTS = 12;

    @TempDir
    private static Path folder;

    private static TestCertificate certificate;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificate = TestCertificate.of(folder, "localhost");
    }

    /** In each round one cut at each step of a look from log-in to log-out; from the second round on further ones. */
    @Test
    void a_connection_cut_at_any_step_costs_nothing() throws Exception {
        int steps = stepsOfAWholeLook();
        System.out.printf("seed %d, %d rounds of %d steps%n", seed, ROUNDS, steps);
        for (int round = 1; round <= ROUNDS; round++) {
            for (int step = 1; step <= steps; step++) {
                cutAt(round == 1 ? List.of(step) : List.of(step, 1 + random.nextInt(steps), 1 + random.nextInt(steps)));
            }
        }
    }

    private static int stepsOfAWholeLook() throws Exception {
        try (PostOffice own = new PostOffice(certificate)) {
            fill(own);
            own.front.cutAt(Integer.MAX_VALUE);
            own.source().fetch();
            return own.front.steps();
        }
    }

    private static void cutAt(List<Integer> steps) throws Exception {
        try (PostOffice own = new PostOffice(certificate)) {
            fill(own);
            for (int step : steps) {
                lookUntilCut(own.source(), own, step);
            }
            own.front.cutAt(Integer.MAX_VALUE);
            own.source().fetch();
            assertThat(own.texts()).as("steps %s", steps).containsExactly("one", "two", "three");
            assertThat(own.refusals).hasSize(1);
        }
    }

    private static void fill(PostOffice own) throws Exception {
        own.deliver(flex(1, text(), csv("a.csv", "one")));
        own.deliver(mail(2, "mallory@example.org", "Activity Flex", csv("b.csv", "forged")));
        own.deliver(flex(3, csv("b.csv", "two"), csv("c.csv", "three")));
    }

    /** A cut passes by itself: nobody has to mend anything. */
    private static void lookUntilCut(MailSource source, PostOffice own, int step) {
        own.front.cutAt(step);
        try {
            source.fetch();
        } catch (SourceFailed cut) {
            assertThat(cut.isLasting()).as("step %d: %s", step, cut.code()).isFalse();
        }
    }

    /**
     * Messages come while others are read; every look but the last is cut, the first ones at each step in turn; the
     * server counts anew twice; the program starts again and again.
     */
    @Test
    void two_hundred_messages_of_all_kinds_give_each_attachment_once() throws Exception {
        int steps = stepsOfAWholeLook();
        for (int round = 1; round <= ROUNDS; round++) {
            storm(steps);
        }
    }

    private void storm(int steps) throws Exception {
        try (PostOffice post = new PostOffice(certificate)) {
            List<String> wanted = new ArrayList<>();
            MailSource source = post.source();
            int number = 0;
            int cuts = 0;
            int looks = steps + FURTHER_CUTS;
            for (int step = 1; step <= looks; step++) {
                for (; number < MESSAGES * step / looks; number++) {
                    post.deliver(anyKind(number, wanted));
                }
                if (step == looks / 3 || step == looks * 2 / 3) {
                    post.front.countAnew(4711L * step);
                }
                if (random.nextInt(3) == 0) {
                    source = post.source();
                }
                lookUntilCut(source, post, step <= steps ? step : 1 + random.nextInt(4 * steps));
                cuts += post.front.wasCut() ? 1 : 0;
            }
            post.front.cutAt(Integer.MAX_VALUE);
            post.source().fetch();

            System.out.printf(
                    "seed %d: %d messages, %d cuts, %d files offered%n", seed, number, cuts, post.deliveries.size());
            assertThat(cuts).isGreaterThanOrEqualTo(steps);
            assertThat(post.texts()).containsExactlyInAnyOrderElementsOf(wanted);
            assertThat(post.refusals).isEmpty();
            assertThat(post.source().fetch()).isEqualTo(Fetched.NOTHING);
        }
    }

    private static String anyKind(int number, List<String> wanted) {
        String content = "file " + number;
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        switch (number % 8) {
            case 0 -> {
                return mail(number, "friend@example.org", "Lunch?", text(), csv("menu.csv", content));
            }
            case 1 -> {
                return mail(number, PostOffice.IBKR, "Your password", text(), csv("no.csv", content));
            }
            default -> wanted.add(content);
        }
        return switch (number % 8) {
            case 2 -> flex(number, text(), csv("a.csv", content));
            case 3 -> flex(number, multipart("in", text(), csv("a.csv", content)));
            case 4 -> flex(number, text(), named("filename=\"a.zip\"", zip("a.csv", content)));
            case 5 -> flex(number, text(), forwarded(flex(number + 1_000, csv("a.csv", content))));
            case 6 -> mail(number, "Nordnet <no-reply@Nordnet.FI>", "Raportti", csv("tapahtumat.csv", content));
            default -> flex(number, text(), named("filename*=UTF-8''%C3%A4.csv", bytes));
        };
    }
}
