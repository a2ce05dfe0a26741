package io.dividendsomatic.app.bench;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** What people and programs ask, each with arguments that change from one request to the next. */
record ReportQuestions(int accounts, int years, LocalDate lastDay) {

    /** By the name under which the answers are timed. */
    Map<String, IntFunction<String>> reports() {
        Map<String, IntFunction<String>> all = new LinkedHashMap<>();
        String reports = "/api/v1/reports/";
        all.put("portfolio", n -> reports + "portfolio?" + state(n));
        for (String by :
                new String[] {"currency", "broker", "account", "country", "sector", "assetClass", "instrument"}) {
            all.put("allocation by " + by, n -> reports + "allocation?by=" + by + "&" + state(n));
        }
        for (String interval : new String[] {"day", "week", "month"}) {
            all.put("history by " + interval, n -> reports + "history?interval=" + interval + period(n));
        }
        all.put("performance", n -> reports + "performance?x=" + period(n));
        for (String ofYear : new String[] {"income", "costs", "waterfall", "withholding-tax"}) {
            all.put(ofYear, n -> reports + ofYear + "?year=" + year(n) + account(n));
        }
        all.put("reconciliation", n -> reports + "reconciliation?page=" + n % 7 + account(n));
        all.put("reconciliation summary", n -> reports + "reconciliation/summary?page=" + n % 7 + account(n));
        all.put("coverage", n -> reports + "coverage?" + state(n));
        all.put("open questions", n -> reports + "open-questions?page=0" + account(n));
        all.put("holdings", n -> "/api/v1/holdings?size=500&" + state(n));
        all.put("cash", n -> "/api/v1/cash?" + state(n));
        all.put("transactions", n -> "/api/v1/transactions?page=" + n % 40 + account(n));
        all.put("realized gains", n -> "/api/v1/realized-gains?year=" + year(n) + account(n));
        all.put("dividends", n -> "/api/v1/dividends?page=" + n % 40 + account(n));
        all.put("dividend summary", n -> "/api/v1/dividends/summary?groupBy=month" + account(n));
        all.put("dividend calendar", n -> "/api/v1/dividends/calendar?asOf=" + lastDay);
        all.put("dividend forecast", n -> "/api/v1/dividends/forecast?asOf=" + lastDay);
        all.put("missing dividends", n -> "/api/v1/dividends/missing?asOf=" + lastDay);
        all.put(
                "instrument's dividends",
                n -> "/api/v1/dividends/instruments/" + Portfolios.isinOf(n % 60) + "?asOf=" + lastDay);
        return all;
    }

    Map<String, IntFunction<String>> pages() {
        Map<String, IntFunction<String>> all = new LinkedHashMap<>();
        all.put("page of the overview", n -> "/?asOf=" + day(n));
        for (String page : new String[] {"holdings", "income", "performance", "coverage"}) {
            all.put("page of " + page, n -> "/" + page + "?asOf=" + day(n));
        }
        for (String page : new String[] {"transactions", "reconciliation", "imports", "administration"}) {
            all.put("page of " + page, n -> "/" + page);
        }
        all.put("page of an instrument", n -> "/instruments/" + Portfolios.isinOf(n % 60) + "?asOf=" + day(n));
        return all;
    }

    private LocalDate day(int n) {
        return lastDay.minusDays(n * 7L % (years * 365L));
    }

    private int year(int n) {
        return lastDay.getYear() - n % years;
    }

    private String state(int n) {
        return "asOf=" + day(n) + account(n) + (n % 4 == 0 ? "&currency=USD" : "");
    }

    private String period(int n) {
        return "&from=" + day(n).withDayOfYear(1) + "&to=" + lastDay + account(n);
    }

    /** All accounts in half of the questions, else one. */
    private String account(int n) {
        return n % 2 == 0 ? "" : "&account=" + Portfolios.account(n / 2 % accounts);
    }
}
