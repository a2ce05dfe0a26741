package io.dividendsomatic.ingestion.format;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.statement.CashBalance;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.DividendAccrual;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.FxRateToBase;
import io.dividendsomatic.portfolio.statement.HoldingAfter;
import io.dividendsomatic.portfolio.statement.InstrumentDetail;
import io.dividendsomatic.portfolio.statement.Interest;
import io.dividendsomatic.portfolio.statement.NetAssetValue;
import io.dividendsomatic.portfolio.statement.OpenPosition;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.PrintedTotal;
import io.dividendsomatic.portfolio.statement.ReferenceDividend;
import io.dividendsomatic.portfolio.statement.ReferencePrice;
import io.dividendsomatic.portfolio.statement.ReferenceRate;
import io.dividendsomatic.portfolio.statement.StatedGain;
import io.dividendsomatic.portfolio.statement.StatementDetail;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Transfer;
import io.dividendsomatic.portfolio.statement.Withdrawal;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a file's facts come to: how many of each kind, and the sums of their figures by currency. */
final class Sums {
    private final SortedMap<String, Integer> counts = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, BigDecimal>> sums = new TreeMap<>();

    private Sums() {}

    /** For example {@code CashDividend 2 USD 9.56 · Trade 17 RUB -31000 USD -1250.5 · Trade.quantity 40}. */
    static String of(Stream<StatementRow> facts) {
        Sums figures = new Sums();
        facts.forEach(figures::add);
        SortedSet<String> kinds = new TreeSet<>(figures.counts.keySet());
        kinds.addAll(figures.sums.keySet());
        return kinds.stream().map(figures::line).collect(Collectors.joining(" · "));
    }

    private String line(String kind) {
        String count = counts.containsKey(kind) ? " " + counts.get(kind) : "";
        return kind
                + count
                + sums.getOrDefault(kind, new TreeMap<>()).entrySet().stream()
                        .map(sum -> " " + (sum.getKey() + " ").stripLeading() + plain(sum.getValue()))
                        .collect(Collectors.joining());
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private void add(StatementRow fact) {
        String kind = fact.getClass().getSimpleName();
        counts.merge(kind, 1, Integer::sum);
        switch (fact) {
            case OpenPosition row -> sum(kind, row.currency(), row.marketValue());
            case Trade row -> {
                sum(kind, row.currency(), row.proceeds());
                sum("Trade.quantity", "", row.quantity().value());
                sum("Trade.fee", row.costs().fee());
                sum("Trade.tax", row.costs().tax());
                sum("Trade.settled", row.settled());
                sum("Trade.statedGain", row.currency(), row.statedGain());
            }
            case CashDividend row -> movement(kind, row.movement());
            case PaymentInLieu row -> movement(kind, row.movement());
            case WithholdingTax row -> movement(kind, row.movement());
            case Interest row -> movement(kind, row.movement());
            case Fee row -> movement(kind, row.movement());
            case Deposit row -> movement(kind, row.movement());
            case Withdrawal row -> movement(kind, row.movement());
            case FxConversion row -> {
                sum(kind, row.amount());
                sum(kind, row.counterAmount());
                sum("FxConversion.fee", row.fee());
            }
            case Transfer row -> sum(kind, row.cash());
            case CorporateAction row -> {
                sum(kind, row.cash());
                if (row.quantity() != null) {
                    sum("CorporateAction.quantity", "", row.quantity().value());
                }
            }
            case DividendAccrual row -> sum(kind, row.currency(), row.net());
            case StatedGain row -> sum(kind, row.currency(), row.gain());
            case CashBalance row -> {}
            case HoldingAfter row -> {}
            case NetAssetValue row -> {}
            case PrintedTotal row -> {}
            case FxRateToBase row -> {}
            case InstrumentDetail row -> {}
            case StatementDetail row -> {}
            case ReferenceRate row -> {}
            case ReferenceDividend row -> {}
            case ReferencePrice row -> {}
        }
    }

    private void movement(String kind, CashMovement movement) {
        sum(kind, movement.amount());
        sum(kind + ".settled", movement.settled());
    }

    private void sum(String kind, @Nullable Money money) {
        if (money != null) {
            sum(kind, money.currency(), money.amount());
        }
    }

    private void sum(String kind, CurrencyCode currency, @Nullable Amount amount) {
        if (amount != null) {
            sum(kind, currency.code(), amount.value());
        }
    }

    private void sum(String kind, String currency, BigDecimal number) {
        sums.computeIfAbsent(kind, none -> new TreeMap<>()).merge(currency, number, BigDecimal::add);
    }
}
