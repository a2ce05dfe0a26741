package io.dividendsomatic.ingestion.format.ibkr.flex;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a movement of money is, by the broker's word for it: the types of Cash Transactions and the activity codes of the
 * Statement of Funds. Case and signs of a word do not count; {@code Deposits & Withdrawals} is {@code
 * Deposits/Withdrawals}.
 */
enum CashKind {
    DIVIDEND("Dividends", "Dividend", "Ordinary Dividend", "Cash Dividend", "DIV"),
    IN_LIEU("Payment In Lieu Of Dividends", "Payment In Lieu Of Dividend", "Payment In Lieu", "PIL"),
    TAX("Withholding Tax", "871(m) Withholding", "871m Withholding", "Foreign Tax Withholding", "FRTAX"),
    INTEREST(
            "Broker Interest Paid",
            "Broker Interest Received",
            "Broker Interest",
            "Bond Interest",
            "Bond Interest Paid",
            "Bond Interest Received",
            "Insured Deposit Interest",
            "CINT",
            "DINT",
            "INTR",
            "INTP"),
    /** Paid in when positive, taken out when negative. */
    OWNER(
            "Deposits/Withdrawals",
            "Deposits",
            "Withdrawals",
            "Deposit",
            "Withdrawal",
            "Deposit/Withdrawals",
            "Cash Receipts",
            "Electronic Fund Transfers",
            "Bill Pay",
            "Debit Card Activity",
            "DEP",
            "WITH",
            "DEBC"),
    TRANSFER("Account Transfers", "Internal Transfers", "Internal Cash Transfers", "TRAN", "TRF", "ITRN"),
    FEE(
            "Other Fees",
            "Fees",
            "Broker Fees",
            "Advisor Fees",
            "Client Fees",
            "Commission Adjustments",
            "Commission Credits",
            "Price Adjustments",
            "Other Income",
            "Other",
            "Sales Tax",
            "Transaction Tax",
            "Referral Fee",
            "Realized P/L",
            "Fees Receivables",
            "Tax Receivables",
            "CFD Charges",
            "Carbon Credits",
            "Donations",
            "OFEE",
            "BFEE",
            "ADVF",
            "CFEE",
            "STAX",
            "TTAX",
            "COMA",
            "OINC",
            "CFDC",
            "ADJ"),
    TRADE("BUY", "SELL", "ASSIGN", "EXE", "EXP"),
    CURRENCY("FOREX", "FX"),
    ACTION("CORP");

    private static final Map<String, CashKind> BY_WORD = new HashMap<>();

    static {
        for (CashKind kind : values()) {
            Stream.of(kind.words.split(";")).forEach(word -> BY_WORD.put(key(word), kind));
        }
    }

    private final String words;

    CashKind(String... words) {
        this.words = String.join(";", words);
    }

    static Optional<CashKind> find(String word) {
        return Optional.ofNullable(BY_WORD.get(key(word)));
    }

    private static String key(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
