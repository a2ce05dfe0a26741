package io.dividendsomatic.app.web;

import io.dividendsomatic.dividends.history.DividendOutlook;
import io.dividendsomatic.dividends.history.DividendOutlook.In;
import io.dividendsomatic.dividends.tax.FinnishReturn;
import io.dividendsomatic.dividends.tax.FinnishRules;
import io.dividendsomatic.dividends.tax.TaxYear;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tax that was withheld, over all brokers. */
@RestController
@RequestMapping("/api/v1/reports")
@Tag(name = "Reports")
class TaxReportController {
    private static final int PERCENT_PLACES = 2;
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private final DividendOutlook outlook;

    TaxReportController(DividendOutlook outlook) {
        this.outlook = outlook;
    }

    @GetTable("/withholding-tax")
    @Operation(summary = "Tax that was withheld in a year by country and payment, with what treaties allow")
    TaxReport tax(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "FI") String residence,
            @ParameterObject Asked asked,
            @ParameterObject Paging paging) {
        if (!COUNTRY.matcher(residence).matches()) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST, "BAD_PARAMETER", "residence: two letters of a country, such as FI");
        }
        In<TaxYear> tax = outlook.taxYear(asked.period(), asked.year(year), residence);
        return TaxReport.of(asked.asOf(), asked.knownAt(), tax.currency(), tax.answer(), paging.page(), paging.size());
    }

    @GetTable("/finnish-return")
    @Operation(summary = "Dividends of a year by payer in euros, as a Finnish return asks for them")
    FinnishReturnReport finnishReturn(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "30") BigDecimal percent,
            @ParameterObject Asked asked) {
        int of = asked.year(year);
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_PARAMETER", "percent: it lies between 0 and 100");
        }
        FinnishRules rules =
                new FinnishRules(FinnishRules.LISTED.taxableShare(), percent.movePointLeft(PERCENT_PLACES));
        CurrencyCode euro = new CurrencyCode("EUR");
        if (asked.currency() != null && !asked.currency().equals(euro)) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_PARAMETER", "currency: a Finnish return is in EUR");
        }
        LedgerOn question = new LedgerOn(asked.asOf(), asked.knownAt(), asked.account(), euro);
        TaxYear tax = outlook.taxYear(question, of, FinnishRules.FINLAND).answer();
        return FinnishReturnReport.of(of, asked.asOf(), asked.knownAt(), rules, FinnishReturn.of(tax, rules));
    }
}
