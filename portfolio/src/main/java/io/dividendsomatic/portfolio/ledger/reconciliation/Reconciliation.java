package io.dividendsomatic.portfolio.ledger.reconciliation;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.cash.CashEffect;
import io.dividendsomatic.portfolio.ledger.cash.CashEffects;
import io.dividendsomatic.portfolio.statement.CashBalance;
import io.dividendsomatic.portfolio.statement.CashBalance.At;
import io.dividendsomatic.portfolio.statement.NetAssetValue;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Compares every figure that a file prints of an account with what our ledger says, and hides nothing that differs. */
public final class Reconciliation {

    private Reconciliation() {}

    public static List<ReconciliationLine> of(StatementFile file, Ours ours) {
        return Stream.of(
                        new PositionLines(file, ours).lines(),
                        new CashLines(file, ours).lines(),
                        new TotalLines(file, ours).lines(),
                        netAssetValues(file, ours))
                .flatMap(lines -> lines)
                .toList();
    }

    /**
     * What a currency had before our first booking: the earliest balance that a file prints for the start of a day, if
     * nothing was booked before. Without one an account is taken to have begun with nothing.
     */
    public static Map<CurrencyCode, Amount> openingBalances(
            Collection<StatementFile> files, Collection<Booking> bookings) {
        Map<CurrencyCode, LocalDate> firstEffects = new HashMap<>();
        for (Booking booking : bookings) {
            for (CashEffect effect : CashEffects.of(booking)) {
                firstEffects.merge(
                        effect.money().currency(), effect.date(), (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        Map<CurrencyCode, Amount> opening = new HashMap<>();
        files.stream()
                .flatMap(file -> file.printed(CashBalance.class).stream())
                .map(StatementFile.Printed::row)
                .filter(balance -> balance.at() == At.START_OF_DAY && !balance.allCurrencies())
                .sorted(Comparator.comparing(CashBalance::asOf)
                        .thenComparing(balance -> balance.balance().value()))
                .filter(balance -> {
                    LocalDate first = firstEffects.get(balance.currency());
                    return first == null || !first.isBefore(balance.asOf());
                })
                .forEach(balance -> opening.putIfAbsent(balance.currency(), balance.balance()));
        return opening;
    }

    private static Stream<ReconciliationLine> netAssetValues(StatementFile file, Ours ours) {
        List<StatementFile.Printed<NetAssetValue>> printed = file.printed(NetAssetValue.class).stream()
                .filter(value -> value.row().assetClass() == null)
                .toList();
        return printed.stream()
                .map(value -> ReconciliationLine.of(
                        file.file(),
                        new Period(value.row().asOf(), value.row().asOf()),
                        Item.NET_ASSET_VALUE,
                        null,
                        value.row().currency(),
                        value.row().value(),
                        ours.netAssetValues().get(value.row().asOf()),
                        Tolerance.ofMoney(
                                List.of(value.row().value().value()),
                                value.row().currency()),
                        List.of(value.source())));
    }
}
