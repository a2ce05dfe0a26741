package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.statement.CashBalance;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.DividendAccrual;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.HoldingAfter;
import io.dividendsomatic.portfolio.statement.Interest;
import io.dividendsomatic.portfolio.statement.NetAssetValue;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.PrintedTotal;
import io.dividendsomatic.portfolio.statement.StatedGain;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Transfer;
import io.dividendsomatic.portfolio.statement.Withdrawal;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A booking or a printed figure with its instruments named otherwise, and all else as it was. */
public final class RowInstruments {

    private RowInstruments() {}

    public static StatementRow map(StatementRow row, UnaryOperator<Instrument> naming) {
        return switch (row) {
            case Trade trade -> trade(trade, naming.apply(trade.instrument()));
            case CashDividend paid ->
                new CashDividend(
                        paid.movement(),
                        naming.apply(paid.instrument()),
                        paid.exDate(),
                        paid.perShare(),
                        paid.quantity());
            case PaymentInLieu paid ->
                new PaymentInLieu(
                        paid.movement(),
                        naming.apply(paid.instrument()),
                        paid.exDate(),
                        paid.perShare(),
                        paid.quantity());
            case WithholdingTax tax ->
                new WithholdingTax(tax.movement(), mapped(tax.instrument(), naming), tax.exDate());
            case Interest interest -> new Interest(interest.movement(), mapped(interest.instrument(), naming));
            case Fee fee -> new Fee(fee.movement(), fee.category(), mapped(fee.instrument(), naming));
            case Transfer transfer -> transfer(transfer, mapped(transfer.instrument(), naming));
            case CorporateAction action ->
                action(action, naming.apply(action.instrument()), mapped(action.other(), naming));
            case HoldingAfter holding ->
                new HoldingAfter(holding.date(), naming.apply(holding.instrument()), holding.quantity());
            case StatedGain gain -> gain(gain, naming.apply(gain.instrument()));
            case DividendAccrual accrual -> accrual(accrual, naming.apply(accrual.instrument()));
            case Deposit bare -> bare;
            case Withdrawal bare -> bare;
            case FxConversion bare -> bare;
            case PrintedTotal bare -> bare;
            case CashBalance bare -> bare;
            case NetAssetValue bare -> bare;
            default -> throw new IllegalArgumentException("neither a booking nor a printed figure: " + row);
        };
    }

    private static @Nullable Instrument mapped(@Nullable Instrument instrument, UnaryOperator<Instrument> naming) {
        return instrument == null ? null : naming.apply(instrument);
    }

    private static Trade trade(Trade trade, Instrument instrument) {
        return new Trade(
                trade.when(),
                instrument,
                trade.quantity(),
                trade.currency(),
                trade.price(),
                trade.proceeds(),
                trade.costs(),
                trade.settled(),
                trade.fxRateToBase(),
                trade.statedCost(),
                trade.statedGain(),
                trade.level(),
                trade.codes(),
                trade.description(),
                trade.references());
    }

    private static Transfer transfer(Transfer transfer, @Nullable Instrument instrument) {
        return new Transfer(
                transfer.date(),
                instrument,
                transfer.quantity(),
                transfer.cash(),
                transfer.marketValue(),
                transfer.costBasis(),
                transfer.counterparty(),
                transfer.description(),
                transfer.references());
    }

    private static CorporateAction action(CorporateAction action, Instrument instrument, @Nullable Instrument other) {
        return new CorporateAction(
                action.date(),
                action.time(),
                action.reportDate(),
                action.action(),
                action.brokerType(),
                instrument,
                action.quantity(),
                action.cash(),
                action.value(),
                action.statedGain(),
                action.ratio(),
                other,
                action.cancelled(),
                action.description(),
                action.references(),
                action.currency(),
                action.fxRateToBase());
    }

    private static StatedGain gain(StatedGain gain, Instrument instrument) {
        return new StatedGain(
                instrument,
                gain.quantity(),
                gain.bought(),
                gain.sold(),
                gain.currency(),
                gain.proceeds(),
                gain.cost(),
                gain.purchaseCosts(),
                gain.saleCosts(),
                gain.deemedCost(),
                gain.gain());
    }

    private static DividendAccrual accrual(DividendAccrual accrual, Instrument instrument) {
        return new DividendAccrual(
                accrual.change(),
                accrual.date(),
                instrument,
                accrual.currency(),
                accrual.exDate(),
                accrual.payDate(),
                accrual.quantity(),
                accrual.grossRate(),
                accrual.gross(),
                accrual.tax(),
                accrual.fee(),
                accrual.net(),
                accrual.fxRateToBase(),
                accrual.codes(),
                accrual.references());
    }
}
