package io.dividendsomatic.ingestion.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.ingestion.events.Drift;
import io.dividendsomatic.ingestion.events.FileEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person is told of columns and tables that a format does not know, misses, or finds twice. */
class DriftTest {

    @Test
    void a_plain_query_tells_unknown_missing_and_doubled_columns_and_reads_every_row() {
        List<FileEvent> events = Arrivals.read("""
                ReportDate,CurrencyPrimary,Symbol,Quantity,MarkPrice,PositionValue,Mood,Quantity
                2031-03-03,USD,ALFA,1000,10.5,10500,good,7
                """);
        assertThat(drift(events))
                .containsExactly(new Drift(
                        "",
                        List.of("Mood", "Quantity (again)"),
                        List.of(
                                "Description",
                                "CostBasisPrice",
                                "CostBasisMoney",
                                "FifoPnlUnrealized",
                                "ListingExchange",
                                "AssetClass",
                                "FXRateToBase",
                                "ISIN",
                                "FIGI")));
        assertThat(Arrivals.parsed(events).rows().parsed()).isEqualTo(1);
    }

    @Test
    void a_framed_query_tells_its_unknown_sections_with_and_without_a_header() {
        List<FileEvent> events = Arrivals.read("""
                BOF,U0000001,all,1,20310303,20310303,20310304;021500
                BOA,U0000001
                BOS,RATE,Rates
                HEADER,RATE,Date/Time,FromCurrency,ToCurrency,Rate,Mood
                DATA,RATE,20310303,USD,EUR,0.84,good
                EOS,RATE,1
                BOS,WIBL,Wibble
                HEADER,WIBL,Wobble,Symbol
                DATA,WIBL,1,ALFA
                EOS,WIBL,1
                BOS,NULL,Nothing
                EOS,NULL,0
                BOS,NETP,Net Stock Position
                HEADER,NETP,Symbol,NetShares
                DATA,NETP,ALFA,1
                EOS,NETP,1
                EOA,U0000001
                EOF,U0000001
                """);
        assertThat(drift(events))
                .containsExactly(
                        new Drift("RATE", List.of("Mood"), List.of()),
                        new Drift("WIBL", List.of("Wobble", "Symbol"), List.of()),
                        new Drift("NULL", List.of(), List.of()));
        assertThat(Arrivals.parsed(events).ignored()).containsEntry("SECTION: WIBL", 1);
    }

    @Test
    void a_query_in_xml_tells_its_unknown_elements_and_missing_attributes() {
        List<FileEvent> events = Arrivals.read("""
                <FlexQueryResponse><FlexStatements><FlexStatement accountId="U0000001" fromDate="20310303" toDate="20310303">
                <ConversionRates><ConversionRate reportDate="20310303" fromCurrency="USD" rate="0.84"/></ConversionRates>
                <Wibble colour="red"/>
                <Wobbles><Wobble size="1"/><Wobble weight="2"/></Wobbles>
                <MTDYTDPerformanceSummary><Line symbol="ALFA"/></MTDYTDPerformanceSummary>
                </FlexStatement></FlexStatements></FlexQueryResponse>
                """);
        assertThat(drift(events))
                .containsExactly(
                        new Drift("ConversionRates", List.of(), List.of("ToCurrency")),
                        new Drift("Wibble", List.of("colour"), List.of()),
                        new Drift("Wobbles", List.of("size", "weight"), List.of()));
        assertThat(Arrivals.parsed(events).ignored())
                .containsEntry("SECTION: Wibble", 1)
                .containsEntry("SECTION: Wobbles", 2);
    }

    @Test
    void a_statement_tells_its_unknown_sections_and_each_table_that_differs() {
        List<FileEvent> events = Arrivals.read("""
                Statement,Header,Field Name,Field Value
                Statement,Data,Title,Activity Statement
                Statement,Data,Period,"January 1, 2031 - January 31, 2031"
                Account Information,Header,Field Name,Field Value
                Account Information,Data,Account,U0000001
                Account Information,Data,Base Currency,EUR
                Interest,Header,Currency,Date,Amount,Mood,Amount
                Interest,Data,EUR,2031-01-06,-12.34,bad,7
                Weird Section,Header,Symbol,Quantity
                Weird Section,Data,ALFA,1
                Weirder Section,Data,ALFA,1
                Codes,Header,Code,Meaning
                Codes,Data,O,Opening Trade
                """);
        assertThat(drift(events))
                .containsExactly(
                        new Drift("Interest", List.of("Mood", "Amount (again)"), List.of("Description")),
                        new Drift("Weird Section", List.of("Symbol", "Quantity"), List.of()),
                        new Drift("Weirder Section", List.of(), List.of()));
        assertThat(Arrivals.parsed(events).ignored())
                .containsEntry("SECTION: Weird Section", 1)
                .containsEntry("SECTION: Weirder Section", 1);
    }

    @Test
    void a_history_tells_unknown_tables_and_missing_columns() {
        List<FileEvent> events = Arrivals.read("""
                Statement,Header,Field Name,Field Value
                Statement,Data,Title,Transaction History
                Summary,Header,Field Name,Field Value
                Summary,Data,Base Currency,EUR
                Transaction History,Header,Date,Account,Description,Transaction Type,Symbol,Net Amount,Net Amount
                Transaction History,Data,2031-01-06,U***00001,Credit Interest,Credit Interest,-,1.5,9
                Moods,Header,Mood
                Moods,Data,good
                """);
        assertThat(drift(events))
                .containsExactly(
                        new Drift(
                                "Transaction History",
                                List.of("Net Amount (again)"),
                                List.of("Quantity", "Price", "GrossAmount", "Commission")),
                        new Drift("Moods", List.of("Mood"), List.of()));
    }

    @Test
    void a_mapping_tells_doubled_columns_and_not_those_that_many_files_lack() {
        List<FileEvent> events = Arrivals.read("""
                Action,Time,ISIN,Ticker,Name,No. of shares,Price / share,Currency (Price / share),Exchange rate,Total (EUR),ID,Ticker
                Deposit,2031-03-03 10:00:00,,,,,,,,100.00,A1,X
                """);
        assertThat(drift(events)).containsExactly(new Drift("", List.of("Ticker (again)"), List.of()));
    }

    @Test
    void reference_rates_take_the_first_of_two_columns_of_one_currency() {
        List<FileEvent> events = Arrivals.read("""
                Date,USD,JPY,GBP,CHF,USD,
                2031-03-03,1.1905,158.44,0.8632,0.9475,7,
                """);
        assertThat(drift(events)).containsExactly(new Drift("", List.of("USD (again)"), List.of()));
        assertThat(Arrivals.facts(events)).hasSize(4);
    }

    @Test
    void objects_tell_members_that_nobody_knows() {
        List<FileEvent> events = Arrivals.read("""
                [{"symbol":"KUUSI","ex_date":"2031-03-27","amount":0.22,"currency":"EUR","mood":"good"}]
                """);
        assertThat(drift(events))
                .containsExactly(new Drift("", List.of("mood"), List.of("yahoo_symbol", "exchange", "isin")));
    }

    private static List<Drift> drift(List<FileEvent> events) {
        return Arrivals.parsed(events).drift();
    }
}
