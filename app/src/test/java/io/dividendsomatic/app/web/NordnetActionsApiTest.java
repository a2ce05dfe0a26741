package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What issuers do, as Nordnet writes it in each of its languages: units that go and units that come are one event. */
class NordnetActionsApiTest extends RunningProgram {
    private static final Map<String, String> HEADERS = Map.of(
            "fi",
            "Id;Kirjauspäivä;Kauppapäivä;Maksupäivä;Salkku;Tapahtumatyyppi;Arvopaperi;ISIN;Määrä;Kurssi;Korko;"
                    + "Kokonaiskulut;Valuutta;Summa;Valuutta;Hankinta-arvo;Valuutta;Tulos;Valuutta;Kokonaismäärä;Saldo;"
                    + "Vaihtokurssi;Tapahtumateksti;Mitätöintipäivä;Laskelma;Vahvistusnumero;Välityspalkkio;Valuutta;"
                    + "Viitevaluuttakurssi;Alkuperäinen korko",
            "sv",
            "Id;Bokföringsdag;Affärsdag;Likviddag;Depå;Transaktionstyp;Värdepapper;ISIN;Antal;Kurs;Ränta;Total Avgift;"
                    + "Valuta;Belopp;Valuta;Inköpsvärde;Valuta;Resultat;Valuta;Totalt antal;Saldo;Växlingskurs;"
                    + "Transaktionstext;Makuleringsdatum;Notanummer;Verifikationsnummer;Courtage;Valuta;"
                    + "Referensvalutakurs;Initial låneränta",
            "no",
            "Id;Bokføringsdag;Handelsdag;Oppgjørsdag;Portefølje;Transaksjonstype;Verdipapir;ISIN;Antall;Kurs;Rente;"
                    + "Totale Avgifter;Valuta;Beløp;Valuta;Kjøpsverdi;Valuta;Resultat;Valuta;Totalt antall;Saldo;"
                    + "Vekslingskurs;Transaksjonstekst;Makuleringsdato;Sluttseddelnummer;Verifikasjonsnummer;Kurtasje;"
                    + "Valuta;Valutakurs;Innledende rente",
            "da",
            "Id;Bogføringsdag;Handelsdag;Valørdag;Depot;Transaktionstype;Værdipapirer;ISIN;Antal;Kurs;Rente;"
                    + "Samlede afgifter;Valuta;Beløb;Valuta;Indkøbsværdi;Valuta;Resultat;Valuta;Totalt antal;Saldo;"
                    + "Vekslingskurs;Transaktionstekst;Makuleringsdato;Notanummer;Verifikationsnummer;Kurtage;Valuta;"
                    + "Valutakurs;Oprindelig rente");
    private static final String KUUSI = "Kuusi B;FI0000000011";
    private static final String NEW = "Kuusi Uusi;FI0000000029";

    private static String row(
            int id,
            String day,
            String depot,
            String type,
            String share,
            int units,
            String price,
            String sum,
            int after) {
        String text = sum.equals("0") ? "Kuusi 1:2" : "";
        return "5000%d;%s;%s;%s;%s;%s;%s;%d;%s;;0;EUR;%s;EUR;;EUR;;EUR;%d;;;%s;;;6000%d;0;EUR;;"
                .formatted(id, day, day, day, depot, type, share, units, price, sum, after, text, id);
    }

    private JsonNode held(String language, String depot, String bought, String out, String in) throws Exception {
        String file = String.join(
                "\r\n",
                List.of(
                        Objects.requireNonNull(HEADERS.get(language)),
                        row(1, "2031-01-07", depot, bought, KUUSI, 50, "20", "-1000", 50),
                        row(2, "2031-06-02", depot, out, KUUSI, 50, "", "0", 0),
                        row(3, "2031-06-02", depot, in, NEW, 100, "", "0", 100),
                        ""));
        Answer answer = upload(depot + ".csv", file.getBytes(StandardCharsets.UTF_8), (AccountId) null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().get("rows").get("rejected").asInt())
                .as(answer.text())
                .isZero();
        JsonNode holdings = items("/holdings?asOf=2031-12-31", depot);
        assertThat(holdings).as(holdings.toString()).hasSize(1);
        assertThat(holdings.get(0).get("isin").asString()).isEqualTo("FI0000000029");
        assertThat(holdings.get(0).get("quantity").asString()).isEqualTo("100");
        assertThat(items("/realized-gains?size=500", depot)).isEmpty();
        return holdings.get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "fi, 17500041, OSTO, VAIHTO AP-OTTO, VAIHTO AP-JÄTTÖ",
        "sv, 17500043, KÖPT, BYTE UTTAG VP, BYTE INLÄGG VP",
        "no, 17500045, KJØPT, BYTTE UTTAK VP, BYTTE INNLEGG VP",
        "da, 17500047, KØBT, BYTTE OVERF. VP, BYTTE INDLÆG VP"
    })
    void units_that_go_and_units_that_come_on_a_day_with_one_text_carry_their_cost(
            String language, String depot, String bought, String out, String in) throws Exception {
        JsonNode holding = held(language, depot, bought, out, in);
        assertThat(holding.get("costBasis").asString()).isEqualTo("1000");
        assertThat(items("/reports/open-questions?size=500", depot)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fi, 17500042, OSTO, AP OTTO, AP JÄTTÖ",
        "sv, 17500044, KÖPT, FUSION UTTAG VP, FUSION INLÄGG VP",
        "no, 17500046, KJØPT, FUSJON UTTAK VP, FUSJON INNLEGG VP",
        "da, 17500048, KØBT, FUSION OVERF. VP, FUSION INDLÆG VP"
    })
    void units_that_go_and_come_for_a_reason_that_the_word_does_not_tell_are_counted_and_asked_about(
            String language, String depot, String bought, String out, String in) throws Exception {
        JsonNode holding = held(language, depot, bought, out, in);
        assertThat(holding.get("costBasis").isNull()).isTrue();
        assertThat(items("/reports/open-questions?size=500", depot)).isNotEmpty();
    }

    private JsonNode items(String path, String depot) throws Exception {
        return get("/api/v1" + path + "&account=nordnet:" + depot).json().get("items");
    }
}
