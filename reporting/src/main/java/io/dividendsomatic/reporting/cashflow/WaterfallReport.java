package io.dividendsomatic.reporting.cashflow;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.reporting.Report;
import io.dividendsomatic.reporting.consolidated.AccountDay;
import io.dividendsomatic.reporting.consolidated.Converted;
import io.dividendsomatic.reporting.consolidated.FlowKind;
import io.dividendsomatic.reporting.consolidated.Missing;
import io.dividendsomatic.reporting.consolidated.Quality;
import io.dividendsomatic.reporting.consolidated.Track;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the net value of each month's end came from that of the month before. Each step is
 * {@code opening + deposits + withdrawals + transfers + firstSeen + dividends + interest + costs + realized +
 * changeInUnrealized + other = closing}; {@code other} is what none of these explains, above all what exchange rates did
 * to cash, and what files do not tell.
 *
 * <p>What has no exchange rate on a day stands as it was last known, and the quality says so.
 *
 * @param months all twelve of the year; later than the last day they stay as they are
 * @param balance whether all of it together explains the last net value
 * @param unresolved what no figure has
 */
public record WaterfallReport(
        int year,
        LocalDate asOf,
        Instant knownAt,
        CurrencyCode currency,
        List<Step> months,
        Step totals,
        BalanceCheck balance,
        List<Missing> unresolved)
        implements Report {

    public WaterfallReport {
        months = List.copyOf(months);
        unresolved = List.copyOf(unresolved);
    }

    /**
     * What happened between two days, signed by its effect on the net value.
     *
     * @param from the day at whose end it begins
     * @param firstSeen money and units that files show though no booking tells how they came, at the value of that day;
     *     units that vanished are negative
     * @param dividends net of tax
     * @param interest received
     * @param costs interest paid and fees that are in no gain
     * @param realized gains, first in first out
     * @param changeInUnrealized without what units had gained before they were first seen
     */
    public record Step(
            LocalDate from,
            LocalDate to,
            BigDecimal opening,
            BigDecimal deposits,
            BigDecimal withdrawals,
            BigDecimal transfers,
            BigDecimal firstSeen,
            BigDecimal dividends,
            BigDecimal interest,
            BigDecimal costs,
            BigDecimal realized,
            BigDecimal changeInUnrealized,
            BigDecimal other,
            BigDecimal closing,
            Quality quality) {}

    static WaterfallReport of(int year, LocalDate asOf, Instant knownAt, CurrencyCode currency, List<Track> tracks) {
        List<Step> months = new ArrayList<>();
        LocalDate before = LocalDate.of(year, 1, 1).minusDays(1);
        LocalDate from = earlier(before, asOf);
        for (YearMonth month : Sums.months(year)) {
            LocalDate to = earlier(month.atEndOfMonth(), asOf);
            months.add(step(tracks, from, to));
            from = to;
        }
        LocalDate first = earlier(before, asOf);
        Step totals = step(tracks, first, from);
        return new WaterfallReport(
                year,
                asOf,
                knownAt,
                currency,
                months,
                totals,
                BalanceCheck.of(totals.closing().subtract(totals.other()), totals.closing(), hasLoan(tracks, from)),
                Missing.of(between(tracks, first, from)));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static List<Converted> between(List<Track> tracks, LocalDate from, LocalDate to) {
        return tracks.stream().flatMap(track -> track.between(from, to)).toList();
    }

    private static Step step(List<Track> tracks, LocalDate from, LocalDate to) {
        List<Converted> flows = between(tracks, from, to);
        BigDecimal opening = netValue(tracks, from);
        BigDecimal closing = netValue(tracks, to);
        List<Converted> seen =
                flows.stream().filter(flow -> flow.kind().isFirstSeen()).toList();
        BigDecimal firstSeen = seen.stream().map(Converted::orZero).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal gainedBefore =
                firstSeen.subtract(seen.stream().map(Converted::atCost).reduce(BigDecimal.ZERO, BigDecimal::add));
        BigDecimal change =
                unrealized(tracks, to).subtract(unrealized(tracks, from)).subtract(gainedBefore);
        BigDecimal deposits = Sums.of(flows, FlowKind.DEPOSIT);
        BigDecimal withdrawals = Sums.of(flows, FlowKind.WITHDRAWAL);
        BigDecimal transfers = Sums.of(flows, FlowKind.TRANSFER, FlowKind.TRANSFER_OF_UNITS);
        BigDecimal dividends = Sums.of(flows, FlowKind.DIVIDEND, FlowKind.PAYMENT_IN_LIEU, FlowKind.WITHHOLDING_TAX);
        BigDecimal interest = Sums.of(flows, FlowKind.INTEREST_RECEIVED);
        BigDecimal costs =
                Sums.of(flows, FlowKind.INTEREST_PAID, FlowKind.FEE, FlowKind.CHARGE_APART, FlowKind.CONVERSION_FEE);
        BigDecimal realized = Sums.of(flows, FlowKind.REALIZED);
        BigDecimal explained = deposits.add(withdrawals)
                .add(transfers)
                .add(firstSeen)
                .add(dividends)
                .add(interest)
                .add(costs)
                .add(realized)
                .add(change);
        return new Step(
                from,
                to,
                opening,
                deposits,
                withdrawals,
                transfers,
                firstSeen,
                dividends,
                interest,
                costs,
                realized,
                change,
                closing.subtract(opening).subtract(explained),
                closing,
                quality(tracks, to).worse(Quality.of(flows)));
    }

    private static BigDecimal netValue(List<Track> tracks, LocalDate day) {
        return tracks.stream()
                .flatMap(track -> track.on(day).stream())
                .map(AccountDay::comparable)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean hasLoan(List<Track> tracks, LocalDate day) {
        return tracks.stream()
                .flatMap(track -> track.on(day).stream())
                .flatMap(on -> Stream.ofNullable(on.cash()))
                .anyMatch(cash -> cash.signum() < 0);
    }

    private static BigDecimal unrealized(List<Track> tracks, LocalDate day) {
        return tracks.stream()
                .flatMap(track -> track.on(day).stream())
                .map(AccountDay::comparableUnrealized)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Quality quality(List<Track> tracks, LocalDate day) {
        return tracks.stream()
                .flatMap(track -> track.on(day).stream())
                .map(on -> on.quality(day))
                .reduce(Quality.ACTUAL, Quality::worse);
    }
}
