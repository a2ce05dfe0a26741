package io.dividendsomatic.ingestion.format;

import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.statement.CashBalance;
import io.dividendsomatic.portfolio.statement.CashDividend;
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
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Of which day a fact tells. */
final class FactDays {
    private FactDays() {}

    /** The days from the first to the last of which a position or a booking of the file tells; null when none does. */
    static @Nullable Period period(List<RowVerdict> verdicts) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        for (RowVerdict verdict : verdicts) {
            if (verdict instanceof RowParsed parsed) {
                parsed.facts().forEach(fact -> of(fact).ifPresent(days::add));
            }
        }
        return days.isEmpty() ? null : new Period(days.first(), days.last());
    }

    /** Nothing for what has no day of its own, or tells of days to come. */
    private static Optional<LocalDate> of(StatementRow fact) {
        return switch (fact) {
            case OpenPosition row -> Optional.of(row.asOf());
            case Trade row -> Optional.of(row.when().date());
            case CashDividend row -> Optional.of(row.movement().date());
            case PaymentInLieu row -> Optional.of(row.movement().date());
            case WithholdingTax row -> Optional.of(row.movement().date());
            case Interest row -> Optional.of(row.movement().date());
            case Fee row -> Optional.of(row.movement().date());
            case Deposit row -> Optional.of(row.movement().date());
            case Withdrawal row -> Optional.of(row.movement().date());
            case FxConversion row -> Optional.of(row.when().date());
            case Transfer row -> Optional.of(row.date());
            case CorporateAction row -> Optional.of(row.date());
            case CashBalance row -> Optional.of(row.asOf());
            case HoldingAfter row -> Optional.of(row.date());
            case NetAssetValue row -> Optional.of(row.asOf());
            case StatedGain row -> Optional.of(row.sold());
            case ReferenceRate row -> Optional.of(row.date());
            case ReferenceDividend row -> Optional.of(row.exDate());
            case ReferencePrice row -> Optional.of(row.date());
            case DividendAccrual row -> Optional.empty();
            case FxRateToBase row -> Optional.empty();
            case PrintedTotal row -> Optional.empty();
            case InstrumentDetail row -> Optional.empty();
            case StatementDetail row -> Optional.empty();
        };
    }
}
