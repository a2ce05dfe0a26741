package io.dividendsomatic.ingestion.format.ibkr;

import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.statement.StatementDetail;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the heading of a statement has told so far: whose statement it is, of which days, made when, in which currency. */
public final class Heading {
    public static final String NAME = "FieldName";
    public static final String VALUE = "FieldValue";
    public static final List<String> REQUIRED = List.of(NAME, VALUE);

    /** {@code U0000001 (Custom Consolidated)}: accounts of one owner told together under the number of one. */
    private static final Pattern CONSOLIDATED = Pattern.compile("(\\S+) \\([^,]+\\)");
    /** Between the accounts of a heading that lists all of them. */
    private static final Pattern NEXT = Pattern.compile("\\s*,\\s*");

    private final boolean ofSeveral;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable Instant statedAt;
    private @Nullable AccountId account;
    private @Nullable CurrencyCode baseCurrency;

    public Heading() {
        this(false);
    }

    /** @param ofSeveral whether the rows name several accounts: then a consolidated heading names none of them */
    public Heading(boolean ofSeveral) {
        this.ofSeveral = ofSeveral;
    }

    /**
     * Takes one line in; throws RefusedRow when its value is none.
     *
     * @param months gives the number of a month by its name
     */
    public Fact read(HeadingField field, Cells cells, Function<String, Optional<Integer>> months) {
        String value = cells.required(VALUE);
        switch (field) {
            case PERIOD -> {
                Period period = PeriodText.find(value, months)
                        .orElseThrow(() -> cells.refused(VALUE, ProblemCode.BAD_DATE, "not a period"));
                from = period.from();
                to = period.to();
            }
            case FROM_DATE -> from = cells.date(VALUE);
            case TO_DATE -> to = cells.date(VALUE);
            case WHEN_GENERATED -> statedAt = StatedTime.find(value).orElse(null);
            case ACCOUNT -> account = account(value, cells);
            case BASE_CURRENCY -> baseCurrency = cells.unit(VALUE).currency();
            case TITLE -> {}
        }
        return Fact.of(account, new StatementDetail(field.meaning(), value));
    }

    private @Nullable AccountId account(String value, Cells cells) {
        try {
            List<AccountId> listed =
                    NEXT.splitAsStream(value).map(Heading::numbered).toList();
            boolean ofNone = listed.size() > 1
                    || (ofSeveral && CONSOLIDATED.matcher(value).matches());
            return ofNone ? null : listed.getFirst();
        } catch (IllegalArgumentException e) {
            throw cells.refused(VALUE, ProblemCode.BAD_ACCOUNT, "not an account number");
        }
    }

    /** Whether the heading's account is a list of several. */
    public static boolean listsSeveral(String accounts) {
        return NEXT.splitAsStream(accounts).count() > 1;
    }

    /** The account's number may have a remark behind it. Throws IllegalArgumentException for what is no number. */
    private static AccountId numbered(String text) {
        Matcher consolidated = CONSOLIDATED.matcher(text);
        return new AccountId(Broker.IBKR, consolidated.matches() ? consolidated.group(1) : text);
    }

    /** The day at whose end positions and rates are stated; null as long as no period is. */
    public @Nullable LocalDate lastDay() {
        return to;
    }

    public @Nullable Period period() {
        return PeriodText.of(from, to);
    }

    public @Nullable Instant statedAt() {
        return statedAt;
    }

    public @Nullable AccountId account() {
        return account;
    }

    public @Nullable CurrencyCode baseCurrency() {
        return baseCurrency;
    }
}
