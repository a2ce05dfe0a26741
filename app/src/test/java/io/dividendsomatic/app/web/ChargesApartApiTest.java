package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Trades in dollars whose commission is in another currency, spoken to over HTTP. */
class ChargesApartApiTest extends RunningProgram {
    private static final String HEAD = """
            <FlexQueryResponse queryName="all" type="AF"><FlexStatements count="1">
            <FlexStatement accountId="U7600001" fromDate="20310101" toDate="20311231" period="" \
            whenGenerated="20320102;021500">
            <AccountInformation accountId="U7600001" currency="EUR"/>
            <Trades>
            """;
    private static final String BOUGHT = """
            <Trade accountId="U7600001" currency="USD" fxRateToBase="0.9" assetCategory="STK" symbol="ALFA" \
            isin="US000000AA16" tradeID="1" tradeDate="20310110" quantity="10" tradePrice="100" proceeds="-1000" \
            taxes="0" ibCommission="-2" ibCommissionCurrency="EUR" netCash="-1000" cost="1002.2" \
            openCloseIndicator="O" levelOfDetail="EXECUTION"/>
            """;
    private static final String SOLD = """
            <Trade accountId="U7600001" currency="USD" fxRateToBase="0.9" assetCategory="STK" symbol="ALFA" \
            isin="US000000AA16" tradeID="2" tradeDate="20310610" quantity="-4" tradePrice="110" proceeds="440" \
            taxes="0" ibCommission="-1" ibCommissionCurrency="EUR" netCash="440" cost="-400.9" \
            fifoPnlRealized="38.1" openCloseIndicator="C" levelOfDetail="EXECUTION"/>
            """;
    private static final String TAIL = "</Trades></FlexStatement></FlexStatements></FlexQueryResponse>\n";

    /** German; the rate is dollars for one euro, what was settled is in euros. */
    private static final String DEGIRO = """
            Datum,Uhrzeit,Produkt,ISIN,Referenzbörse,Ausführungsort,Anzahl,Kurs,,Wert in Lokalwährung,,Wert,,\
            Wechselkurs,Transaktionskosten,,Gesamt,,Order-ID
            10-01-2031,15:30,ALFA INC,US000000AA16,NDQ,XNAS,10,"100,0000",USD,"-1000,00",USD,"-900,00",EUR,\
            "1,1111","-2,00",EUR,"-902,00",EUR,aaa-1
            10-06-2031,15:30,ALFA INC,US000000AA16,NDQ,XNAS,-10,"110,0000",USD,"1100,00",USD,"1000,00",EUR,\
            "1,1000","-2,00",EUR,"998,00",EUR,aaa-2
            """;

    private void tell(String name, String text, String account) throws Exception {
        Answer answer = upload(name, text.getBytes(StandardCharsets.UTF_8), AccountId.parse(account));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private JsonNode first(String path, String account) throws Exception {
        Answer answer = get("/api/v1" + path + "?asOf=2031-12-31&account=" + account);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("items").get(0);
    }

    private JsonNode totals(String account) throws Exception {
        return get("/api/v1/reports/portfolio?asOf=2031-12-31&account=" + account)
                .json()
                .get("totals");
    }

    private static BigDecimal number(JsonNode figure) {
        return new BigDecimal(figure.asString());
    }

    private static void same(JsonNode figure, String expected) {
        assertThat(number(figure)).isEqualByComparingTo(expected);
    }

    @Test
    void a_commission_without_a_rate_travels_beside_the_cost_and_counts_once() throws Exception {
        String account = "ibkr:U7600001";
        tell("flex.xml", HEAD + BOUGHT + SOLD + TAIL, account);

        JsonNode gain = first("/realized-gains", account);
        same(gain.get("gain").get("amount"), "40");
        JsonNode bought = gain.get("costsApart").get(0);
        assertThat(bought.get("date").asString()).isEqualTo("2031-01-10");
        assertThat(bought.get("currency").asString()).isEqualTo("EUR");
        same(bought.get("amount"), "-0.8");
        assertThat(bought.get("ofSale").asBoolean()).isFalse();
        same(gain.get("costsApart").get(1).get("amount"), "-1");
        same(gain.get("inReportingCurrency").get("cost"), "360.8");
        same(gain.get("inReportingCurrency").get("proceeds"), "395");
        same(gain.get("inReportingCurrency").get("gain"), "34.2");
        same(gain.get("brokerStated").get("amount"), "38.1");
        same(gain.get("brokerStated").get("cost"), "400.9");

        JsonNode held = first("/holdings", account);
        same(held.get("costBasis"), "600");
        assertThat(held.get("accounts").get(0).get("costsApart").toString())
                .isEqualTo("[{\"amount\":\"-1.2\",\"currency\":\"EUR\"}]");
        JsonNode trade = first("/transactions", account);
        assertThat(trade.get("costsApart")).hasSize(1);
        same(trade.get("statedCost").get("amount"), "1002.2");

        JsonNode cash = first("/cash", account);
        assertThat(cash.get("currency").asString()).isEqualTo("EUR");
        same(cash.get("balance"), "-3");

        JsonNode totals = totals(account);
        same(totals.get("fees"), "-3");
        same(totals.get("realizedPnl"), "36");
        same(totals.get("unrealizedPnl"), "54"); // six units at the price of the sale
        same(totals.get("totalReturn"), "87");

        Answer csv = send(request("/api/v1/realized-gains?account=" + account)
                .header("Accept", "text/csv")
                .build());
        assertThat(csv.text().lines().toList().getFirst())
                .endsWith(",allocationUnknown,lots,costsApart,brokerStatedCost");
        assertThat(csv.text()).contains(",false,2031-01-10 4 400,EUR -0.8; EUR -1,400.9");
    }

    @Test
    void a_gain_with_a_charge_that_has_no_rate_has_no_figure_in_the_reporting_currency() throws Exception {
        String account = "ibkr:U7600002";
        tell(
                "flex.xml",
                (HEAD + BOUGHT.replace("\"EUR\"", "\"NOK\"") + SOLD + TAIL).replace("U7600001", "U7600002"),
                account);
        JsonNode gain = first("/realized-gains", account);
        same(gain.get("gain").get("amount"), "40");
        assertThat(gain.get("inReportingCurrency").get("gain").isNull()).isTrue();
        assertThat(gain.get("inReportingCurrency").get("cost").isNull()).isTrue();
        assertThat(gain.get("costsApart").get(0).get("fx").get("status").asString())
                .isEqualTo("MISSING");
    }

    @Test
    void a_commission_in_the_currency_of_settlement_is_in_the_cost_and_in_no_fee() throws Exception {
        String account = "degiro:7600003";
        tell("Transactions.csv", DEGIRO, account);
        JsonNode gain = first("/realized-gains", account);
        same(gain.get("cost").get("amount"), "1002.222222222222222222");
        same(gain.get("proceeds").get("amount"), "1097.8");
        assertThat(gain.get("costsApart")).isEmpty();
        JsonNode totals = totals(account);
        same(totals.get("fees"), "0");
        assertThat(number(totals.get("totalReturn")))
                .isEqualByComparingTo(number(totals.get("realizedPnl")))
                .isEqualByComparingTo(number(gain.get("inReportingCurrency").get("gain")));
    }

    @Test
    void a_conversion_told_in_two_rows_is_one_item_of_two_lines_and_moves_each_currency_once() throws Exception {
        String account = "degiro:7600004";
        tell("Account.csv", """
                Datum,Tijd,Valutadatum,Product,ISIN,Omschrijving,FX,Mutatie,,Saldo,,Order Id
                17-03-2031,08:37,16-03-2031,,,Valuta Creditering,,EUR,"0,47",EUR,"100,47",
                17-03-2031,08:37,16-03-2031,,,Valuta Debitering,"1,0634",USD,"-0,50",USD,"0,09",
                16-03-2031,09:05,15-03-2031,ALFA INC,US000000AA16,Dividend,,USD,"0,59",USD,"0,59",
                15-03-2031,09:05,15-03-2031,,,iDEAL Deposit,,EUR,"100,00",EUR,"100,00",
                """, account);
        JsonNode conversions = get("/api/v1/transactions?kind=FX_CONVERSION&account=" + account)
                .json()
                .get("items");
        assertThat(conversions).hasSize(1);
        JsonNode conversion = conversions.get(0);
        assertThat(conversion.get("amount").toString()).isEqualTo("{\"amount\":\"0.47\",\"currency\":\"EUR\"}");
        assertThat(conversion.get("counterAmount").toString()).isEqualTo("{\"amount\":\"-0.5\",\"currency\":\"USD\"}");
        assertThat(conversion.get("sources")).hasSize(2);
        assertThat(conversion.get("sources").get(0).get("line").asInt()).isEqualTo(2);
        assertThat(conversion.get("sources").get(1).get("line").asInt()).isEqualTo(3);
        JsonNode cash =
                get("/api/v1/cash?asOf=2031-12-31&account=" + account).json().get("items");
        assertThat(cash).hasSize(2);
        for (JsonNode balance : cash) {
            same(balance.get("difference"), "0");
        }
    }
}
