package io.dividendsomatic.app.web;

import io.dividendsomatic.dividends.history.DividendOutlook;
import io.dividendsomatic.dividends.history.DividendOutlook.In;
import io.dividendsomatic.dividends.tax.FinnishReturn;
import io.dividendsomatic.dividends.tax.FinnishRules;
import io.dividendsomatic.dividends.tax.TaxYear;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tax that was withheld, over all brokers. */
@RestController
@RequestMapping("/api/v1/reports")
@Tag(name = "Reports")
class TaxReportController {
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;
    private static final int PERCENT_PLACES = 2;
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private final DividendOutlook outlook;
    private final KnownAccounts accounts;
    private final Clock clock;

    TaxReportController(DividendOutlook outlook, KnownAccounts accounts, Clock clock) {
        this.outlook = outlook;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetTable("/withholding-tax")
    @Operation(summary = "Tax that was withheld in a year by country and payment, with what treaties allow")
    TaxReport tax(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "FI") String residence,
            @RequestParam(required = false) @Nullable List<AccountId> account,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable CurrencyCode currency,
            @ParameterObject Paging paging) {
        Moment moment = Moment.of(asOf, knownAt, clock);
        int asked = year(year, moment);
        if (!COUNTRY.matcher(residence).matches()) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST, "BAD_PARAMETER", "residence: two letters of a country, such as FI");
        }
        LedgerOn question = new LedgerOn(asOf, moment.knownAt(), accounts.check(account), currency);
        In<TaxYear> tax = outlook.taxYear(question, asked, residence);
        return TaxReport.of(asOf, moment.knownAt(), tax.currency(), tax.answer(), paging.page(), paging.size());
    }

    @GetTable("/finnish-return")
    @Operation(summary = "Dividends of a year by payer in euros, as a Finnish return asks for them")
    FinnishReturnReport finnishReturn(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "30") BigDecimal percent,
            @RequestParam(required = false) @Nullable List<AccountId> account,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        Moment moment = Moment.of(asOf, knownAt, clock);
        int asked = year(year, moment);
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_PARAMETER", "percent: it lies between 0 and 100");
        }
        FinnishRules rules =
                new FinnishRules(FinnishRules.LISTED.taxableShare(), percent.movePointLeft(PERCENT_PLACES));
        LedgerOn question = new LedgerOn(asOf, moment.knownAt(), accounts.check(account), new CurrencyCode("EUR"));
        TaxYear tax = outlook.taxYear(question, asked, FinnishRules.FINLAND).answer();
        return FinnishReturnReport.of(asked, asOf, moment.knownAt(), rules, FinnishReturn.of(tax, rules));
    }

    /** The year asked for, else that of the day. Throws ApiProblem for one that no calendar has. */
    private static int year(@Nullable Integer year, Moment moment) {
        int asked = year == null ? moment.asOf().getYear() : year;
        if (asked < FIRST_YEAR || asked > LAST_YEAR) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_PARAMETER", "year: it lies between 1 and 9999");
        }
        return asked;
    }
}
