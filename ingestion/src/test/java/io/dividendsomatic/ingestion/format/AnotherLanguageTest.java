package io.dividendsomatic.ingestion.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.FileRejected;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.ibkr.LanguageTable;
import io.dividendsomatic.ingestion.format.ibkr.activity.ActivityStatement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A language is one file: this test adds a third and reads a statement in it. */
class AnotherLanguageTest {
    private static final String STATEMENT = """
            Statement,Header,Kentän nimi,Kentän arvo
            Statement,Data,Period,"Maaliskuu 3, 2031"
            Tilin tiedot,Header,Kentän nimi,Kentän arvo
            Tilin tiedot,Data,Tili,U0000001
            Tilin tiedot,Data,Perusvaluutta,EUR
            Kassaraportti,Header,Valuuttayhteenveto,Valuutta,Yhteensä
            Kassaraportti,Data,Loppusaldo,Perusvaluutan yhteenveto,15
            Kaupat,Header,DataDiscriminator,Omaisuusluokka,Valuutta,Tunnus,Päivä/Aika,Määrä,Kauppahinta,,Tuotto,Palkkio valuutassa EUR
            Kaupat,Data,Order,Osakkeet,USD,ALFA,"2031-03-03, 10:30:00",100,9.8,,-980,-1
            Osingot,Header,Valuutta,Päivä,Kuvaus,Summa
            Osingot,Data,USD,2031-03-03,ALFA(US000000AA16) Maksu osingon sijaan USD 0.12,12
            Osingot,Data,Yhteensä,,,12
            Yritystapahtumat,Header,Valuutta,Päivä/Aika,Kuvaus,Määrä
            Yritystapahtumat,Data,USD,2031-03-03,"BETA(US000000BB22) Jakaminen 2 per 1 (BETA, BETA LENDING CORP, US000000BB22)",50
            """;

    @Test
    void a_statement_in_a_language_with_a_new_table_is_read() {
        List<FileEvent> events = read(formats());
        assertThat(events.getLast()).isInstanceOf(FileParsed.class);
        String rows = Arrivals.verdicts(events).stream().map(Golden::print).collect(Collectors.joining("\n"));
        assertThat(rows)
                .doesNotContain("RowRejected", "RowIgnored")
                .contains("period", "PrintedTotal(topic=DIVIDENDS", "label=Yhteensä")
                .contains("CashBalance(asOf=2031-03-03, currency=EUR, allCurrencies=true, at=END_OF_DAY, balance=15)")
                .contains("Trade(when=TradeTime(date=2031-03-03, time=10:30)", "assetClass=STK")
                .contains("fee=Money(amount=-1, currency=EUR)")
                .contains("PaymentInLieu(", "perShare=0.12")
                .contains("action=SPLIT", "ratio=Ratio(received=2, held=1)");
    }

    @Test
    void without_its_table_the_language_is_refused_as_such() {
        FileRejected rejected = (FileRejected) read(StatementFormats.builtIn()).getLast();
        assertThat(rejected.problem().code()).isEqualTo(ProblemCode.UNSUPPORTED_LANGUAGE);
    }

    private static StatementFormats formats() {
        var finnish = Objects.requireNonNull(AnotherLanguageTest.class.getResourceAsStream("/language/fi.properties"));
        List<LanguageTable> tables = Stream.concat(
                        LanguageTable.BUILT_IN.stream(), Stream.of(LanguageTable.load("fi", finnish)))
                .toList();
        return new StatementFormats(List.of(new ActivityStatement(tables)));
    }

    private static List<FileEvent> read(StatementFormats formats) {
        byte[] content = STATEMENT.getBytes(StandardCharsets.UTF_8);
        return formats.read(Arrivals.arrival("statement.csv", content, Arrivals.GIVEN), content);
    }
}
