package io.dividendsomatic.ingestion.format;

import io.dividendsomatic.ingestion.events.RowIgnored;
import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.ingestion.events.RowRejected;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Withdrawal;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of a row on one line, for tests of what rules do. */
final class FactsInShort {
    private FactsInShort() {}

    static String print(RowVerdict verdict) {
        return switch (verdict) {
            case RowIgnored ignored -> ignored.reason();
            case RowRejected rejected ->
                Stream.of(
                                rejected.problem().code().name(),
                                rejected.problem().column(),
                                rejected.problem().column() == null
                                        ? null
                                        : rejected.problem().raw())
                        .filter(part -> part != null)
                        .collect(Collectors.joining(" "));
            case RowParsed parsed when parsed.partOf() != null -> "part of " + parsed.partOf();
            case RowParsed parsed ->
                parsed.facts().stream().map(fact -> print(fact)).collect(Collectors.joining(", "));
        };
    }

    static String print(StatementRow row) {
        String kind = row.getClass().getSimpleName() + " ";
        return kind
                + switch (row) {
                    case Deposit deposit -> print(deposit.movement());
                    case Withdrawal withdrawal -> print(withdrawal.movement());
                    case Fee fee -> print(fee.movement());
                    case CashDividend dividend -> print(dividend.movement());
                    case WithholdingTax tax -> print(tax.movement());
                    case Trade trade -> print(trade);
                    default -> Golden.print(row);
                };
    }

    private static String print(Trade trade) {
        return trade.quantity() + " " + trade.instrument().symbol() + " " + Golden.print(trade.price()) + " "
                + trade.currency() + named(" settled ", trade.settled())
                + named(" fee ", trade.costs().fee());
    }

    private static String named(String name, @Nullable Money money) {
        return money == null ? "" : name + money.amount() + " " + money.currency();
    }

    private static String print(CashMovement movement) {
        return movement.amount().amount() + " " + movement.amount().currency();
    }
}
