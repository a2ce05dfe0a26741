package io.dividendsomatic.app.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.ledger.AccountLedger;
import io.dividendsomatic.portfolio.ledger.reconciliation.ReconciliationLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Neither the order in which real files come nor what of them overlaps changes what they come to. */
class OrderOfFilesTest {
    private static final int ROUNDS = 4;

    @Test
    void any_order_of_the_files_of_an_account_gives_the_same_ledger_and_comparison() {
        for (List<Path> files : accounts()) {
            AccountBooks straight = Books.only(files.toArray(Path[]::new));
            for (int seed = 0; seed < ROUNDS; seed++) {
                List<Path> shuffled = new ArrayList<>(files);
                Collections.shuffle(shuffled, new Random(seed));
                AccountBooks books = Books.only(shuffled.toArray(Path[]::new));
                assertThat(books.ledger()).as("seed " + seed).isEqualTo(straight.ledger());
                assertThat(books.reconciliation()).isEqualTo(straight.reconciliation());
            }
        }
    }

    @Test
    void pieces_that_overlap_come_to_what_the_whole_files_come_to() {
        for (List<Path> files : accounts()) {
            String whole = text(Books.only(files.toArray(Path[]::new)).ledger());
            for (int seed = 0; seed < ROUNDS; seed++) {
                Random random = new Random(seed);
                List<String> pieces = new ArrayList<>();
                files.forEach(file -> pieces.addAll(Cuts.of(file, random)));
                Collections.shuffle(pieces, random);
                Books books = new Books();
                for (String piece : pieces) {
                    books.take("piece.csv", piece);
                }
                assertThat(books.accounts()).hasSize(1);
                assertThat(text(books.accounts().iterator().next().ledger()))
                        .as(files + " seed " + seed)
                        .isEqualTo(whole);
            }
        }
    }

    @Test
    void pieces_beside_the_whole_files_change_no_comparison_of_theirs() {
        for (List<Path> files : accounts()) {
            List<ReconciliationLine> lines =
                    Books.only(files.toArray(Path[]::new)).reconciliation();
            Random random = new Random(7);
            Books books = new Books();
            for (Path file : files) {
                Cuts.of(file, random).forEach(piece -> books.take("piece.csv", piece));
                books.take(file);
            }
            assertThat(text(books.accounts().iterator().next().reconciliation()))
                    .containsAll(text(lines));
        }
    }

    private static List<List<Path>> accounts() {
        return List.of(
                in("ibkr-activity", "ibzakharov"),
                in("ibkr-activity", "Shearwater"),
                in("ibkr-transaction-history", ""),
                in("nordnet", "jaantaponen"),
                in("degiro", "transactionsDegiro"));
    }

    private static List<Path> in(String folder, String name) {
        return Samples.in(folder).stream()
                .filter(file -> file.getFileName().toString().contains(name))
                .limit(folder.equals("ibkr-transaction-history") ? 1 : Long.MAX_VALUE)
                .toList();
    }

    /** All but the lines of files, which pieces number otherwise. */
    private static String text(AccountLedger ledger) {
        StringBuilder text = new StringBuilder();
        ledger.bookings().forEach(booking -> text.append(booking.id() + " " + booking.row() + "\n"));
        Stream.of(ledger.fifo(), ledger.average()).forEach(view -> {
            text.append(view.positions()).append('\n');
            view.gains()
                    .forEach(gain -> text.append(gain.booking() + " " + gain.quantity() + " " + gain.proceeds() + " "
                            + gain.cost() + " " + gain.lotsUsed() + "\n"));
            text.append(view.gaps()).append(view.questions()).append('\n');
        });
        ledger.cash()
                .opening()
                .forEach((currency, opening) ->
                        text.append(currency + " " + opening.day() + " " + opening.balance() + "\n"));
        return text.append(ledger.undecided())
                .append(ledger.cash().entries())
                .append(ledger.cash().unknown())
                .toString();
    }

    private static List<String> text(List<ReconciliationLine> lines) {
        return lines.stream()
                .map(line -> line.file() + " " + line.period() + " " + line.item() + " " + line.instrument() + " "
                        + line.currency() + " " + line.printed() + " " + line.ours() + " " + line.verdict())
                .toList();
    }
}
