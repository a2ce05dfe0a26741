package io.dividendsomatic.ingestion.format.ibkr;

import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.statement.StatementDetail;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the heading of an Activity Statement has told so far: whose statement it is, of which days, made when. */
final class Heading {
    static final String NAME = "FieldName";
    static final String VALUE = "FieldValue";
    static final List<String> REQUIRED = List.of(NAME, VALUE);

    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable Instant statedAt;
    private @Nullable AccountId account;

    /** Takes one line in; throws RefusedRow when its value is none. */
    Fact read(HeadingField field, Cells cells, Language language) {
        String value = cells.required(VALUE);
        switch (field) {
            case PERIOD -> {
                Period period = PeriodText.find(value, language)
                        .orElseThrow(() -> cells.refused(VALUE, ProblemCode.BAD_DATE, "not a period"));
                from = period.from();
                to = period.to();
            }
            case FROM_DATE -> from = cells.date(VALUE);
            case TO_DATE -> to = cells.date(VALUE);
            case WHEN_GENERATED -> statedAt = StatedTime.find(value).orElse(null);
            case ACCOUNT -> account = cells.account(Broker.IBKR, VALUE);
            case BASE_CURRENCY -> cells.unit(VALUE);
            case TITLE -> {}
        }
        return Fact.of(account, new StatementDetail(field.meaning(), value));
    }

    /** The day at whose end positions and rates are stated; null as long as no period is. */
    @Nullable
    LocalDate lastDay() {
        return to;
    }

    @Nullable
    Period period() {
        return PeriodText.of(from, to);
    }

    @Nullable
    Instant statedAt() {
        return statedAt;
    }

    @Nullable
    AccountId account() {
        return account;
    }
}
