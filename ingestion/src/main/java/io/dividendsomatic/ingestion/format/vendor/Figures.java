package io.dividendsomatic.ingestion.format.vendor;

import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.ReferencePrice;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Numbers and days of an answer, strictly. */
final class Figures {
    /**
     * Significant digits of a price. Vendors pass prices through binary fractions, so that 187.44 comes as
     * 187.44000244140625: what is behind the ninth digit is no part of the price. Rounded half even.
     */
    private static final MathContext PRICE = new MathContext(9, RoundingMode.HALF_EVEN);

    /** Year 2200; a time beyond it is no time of trading. */
    private static final long MAX_SECONDS = 7_258_118_400L;

    private Figures() {}

    /** A price above zero; nothing where there is none, as on a day without a trade. */
    static Optional<UnitPrice> price(JsonNode node, CurrencyUnit unit) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isNumber()) {
            throw new UnreadableAnswer("a price is no number");
        }
        try {
            BigDecimal value = node.decimalValue();
            return value.signum() <= 0
                    ? Optional.empty()
                    : Optional.of(new UnitPrice(unit.inCurrency(value.round(PRICE))));
        } catch (ArithmeticException e) {
            throw new UnreadableAnswer("a price is out of bounds");
        }
    }

    static ReferencePrice close(Asked asked, LocalDate day, CurrencyCode currency, UnitPrice close) {
        return new ReferencePrice(
                asked.instrument(), day, currency, close, asked.vendor().publisher());
    }

    /** The day at the exchange of a time in seconds since 1970. */
    static LocalDate day(JsonNode seconds, ZoneId exchange) {
        if (!seconds.isIntegralNumber() || !seconds.canConvertToLong() || Math.abs(seconds.longValue()) > MAX_SECONDS) {
            throw new UnreadableAnswer("a time is no number of seconds");
        }
        return Instant.ofEpochSecond(seconds.longValue()).atZone(exchange).toLocalDate();
    }

    /** Of a listing whose vendor names no currency, and is asked only where the exchange has one. */
    static CurrencyUnit quoted(Asked asked) {
        return new CurrencyUnit(asked.currency(), 0);
    }
}
