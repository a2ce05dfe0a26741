package io.dividendsomatic.reporting.consolidated;

/** What a sum of money was. Its sign is that of its effect on cash: a charge is negative, its refund positive. */
public enum FlowKind {
    DIVIDEND(Role.RESULT),
    PAYMENT_IN_LIEU(Role.RESULT),
    /** Negative when withheld. */
    WITHHOLDING_TAX(Role.RESULT),
    /** Interest on cash and of bonds; what was received too much and taken back is negative. */
    INTEREST_RECEIVED(Role.RESULT),
    /** Interest on loans; a refund of it is positive, and no income. */
    INTEREST_PAID(Role.RESULT),
    FEE(Role.RESULT),
    /** Of a trade: it stands in the cost of a purchase and the proceeds of a sale, converted where its row says how. */
    COMMISSION(Role.IN_GAINS),
    /** A tax on a trade, likewise. */
    TRANSACTION_TAX(Role.IN_GAINS),
    /** A charge of a trade to whose currency the row states no rate: it stands in no cost and no gain of REALIZED. */
    CHARGE_APART(Role.RESULT),
    /** What a conversion of money cost. */
    CONVERSION_FEE(Role.RESULT),
    DEPOSIT(Role.EXTERNAL),
    WITHDRAWAL(Role.EXTERNAL),
    /** Money moved to or from another account. */
    TRANSFER(Role.EXTERNAL),
    /** Units moved to or from another account, or granted, at their value; no effect on cash. */
    TRANSFER_OF_UNITS(Role.EXTERNAL),
    /** Units that a file shows and no booking explains, at their value of that day; no effect on cash. */
    UNITS_FIRST_SEEN(Role.EXTERNAL),
    /** Units that a report shows no more though no booking took them, likewise. */
    UNITS_GONE(Role.EXTERNAL),
    /** Money that a file shows before any booking of its currency. */
    CASH_FIRST_SEEN(Role.EXTERNAL),
    /** The gain of a sale or a cover, first in first out; no effect on cash of its own. */
    REALIZED(Role.RESULT);

    /** What a sum of money means for a result. */
    private enum Role {
        RESULT,
        IN_GAINS,
        EXTERNAL
    }

    private final Role role;

    FlowKind(Role role) {
        this.role = role;
    }

    /** Whether it makes the owner richer or poorer by itself. */
    public boolean isResult() {
        return role == Role.RESULT;
    }

    /** Whether it comes from outside or goes there, and so is no result. */
    public boolean isExternal() {
        return role == Role.EXTERNAL;
    }

    /** Whether a file shows it though no booking tells it. */
    public boolean isFirstSeen() {
        return this == UNITS_FIRST_SEEN || this == UNITS_GONE || this == CASH_FIRST_SEEN;
    }

    /** Whether it is a cost, in a gain or beside it; tax on income is none. */
    public boolean isCost() {
        return switch (this) {
            case INTEREST_PAID, FEE, COMMISSION, TRANSACTION_TAX, CHARGE_APART, CONVERSION_FEE -> true;
            default -> false;
        };
    }

    /** Whether it is income before tax. */
    public boolean isIncome() {
        return this == DIVIDEND || this == PAYMENT_IN_LIEU || this == INTEREST_RECEIVED;
    }
}
