package io.dividendsomatic.ingestion.format.nordnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.ingestion.format.nordnet.TransactionType.Kind;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionTypeTest {

    @ParameterizedTest
    @CsvSource({
        "OSTO, BUY",
        "KÖPT, BUY",
        "KJØPT, BUY",
        "KØBT, BUY",
        "MYYNTI, SELL",
        "SÅLT, SELL",
        "SALG, SELL",
        "SOLGT, SELL",
        "OSINKO, DIVIDEND",
        "UTDELNING, DIVIDEND",
        "UTBYTTE, DIVIDEND",
        "UDBYTTE, DIVIDEND",
        "ENNAKKOPIDÄTYS, TAX",
        "ULKOM. KUPONKIVERO, TAX",
        "UTL. KUPONGSKATT, TAX",
        "KUPONGSKATT, TAX",
        "UDBYTTESKAT, TAX",
        "TALLETUS, DEPOSIT",
        "INSÄTTNING, DEPOSIT",
        "INNSKUDD, DEPOSIT",
        "INDSÆTTELSE, DEPOSIT",
        "NOSTO, WITHDRAWAL",
        "UTTAG, WITHDRAWAL",
        "UTTAK, WITHDRAWAL",
        "HÆVNING, WITHDRAWAL",
        "LAINAKORKO, INTEREST",
        "KAP RÄNTA, INTEREST",
        "DEBETRENTE, INTEREST",
        "KREDITRENTE, INTEREST",
        "Utbetaling aksjelån, INTEREST",
        "overføring via  trustly, DEPOSIT",
        "FORSIKRINGSKOSTNAD, FEE",
        "VALUUTAN OSTO, CONVERSION",
        "JÄTTÖ SIIRTO, TRANSFER_IN",
        "TEGNING LIKVID, ACTION_CASH"
    })
    void each_language_has_its_words(String word, Kind kind) {
        assertThat(TransactionType.find(word).orElseThrow().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "VAIHTO AP-JÄTTÖ, EXCHANGE, 1, false",
        "VAIHTO AP-OTTO, EXCHANGE, -1, false",
        "YHTIÖIT. IRR JÄTTÖ, SPIN_OFF, 1, false",
        "EMISSIO AP JÄTTÖ, RIGHTS_ISSUE, 1, false",
        "POISTO AP OTTO, DELISTING, -1, false",
        "SPLITT UTTAK VP, SPLIT, -1, false",
        "MAK SPLIT INLÄGG VP, SPLIT, -1, true",
        "MAK BYTTE UTTAK VP, EXCHANGE, 1, true",
        "BYTE INLÄGG VP, EXCHANGE, 1, false",
        "BYTE UTTAG VP, EXCHANGE, -1, false",
        "BYTTE INNLEGG VP, EXCHANGE, 1, false",
        "BYTTE UTTAK VP, EXCHANGE, -1, false",
        "BYTTE INDLÆG VP, EXCHANGE, 1, false",
        "BYTTE OVERF. VP, EXCHANGE, -1, false",
        "SPLIT INDLÆG VP, SPLIT, 1, false",
        "SPLIT OVERF. VP, SPLIT, -1, false",
        "INDLØSNING OVERF. VP, REDEMPTION, -1, false",
        "FUSION INDLÆG VP, OTHER, 1, false",
        "FUSION OVERF. VP, OTHER, -1, false",
        "FUUSIO AP OTTO, OTHER, -1, false",
        "FUSION INLÄGG VP, OTHER, 1, false",
        "MAK FUSION INLÄGG VP, OTHER, -1, true"
    })
    void units_come_or_go_and_what_is_taken_back_goes_the_other_way(
            String word, CorporateAction.Kind action, int sign, boolean takenBack) {
        TransactionType type = TransactionType.find(word).orElseThrow();
        assertThat(type.action()).isEqualTo(action);
        assertThat(type.sign()).isEqualTo(sign);
        assertThat(type.takenBack()).isEqualTo(takenBack);
    }

    @ParameterizedTest
    @CsvSource({"KASSERENTE, INTEREST", "MAK KREDITRENTE, INTEREST", "DEPÅAVGIFT, FEE", "MAK UTL KUPONGSKATT, TAX"})
    void a_new_word_of_a_known_kind_is_known_by_its_ending(String word, Kind kind) {
        assertThat(TransactionType.find(word).orElseThrow().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KUUTAMOKORVAUS", "MAK", "MAK KÖPT", "TAKEN_BACK", "ACTION_IN", "AP", ""})
    void any_other_word_means_nothing(String word) {
        assertThat(TransactionType.find(word)).isEmpty();
    }

    @Test
    void every_entry_of_the_table_is_a_type() {
        Vocabulary types = new Vocabulary("types.properties");
        assertThat(types.meanings().flatMap(meaning -> types.words(meaning).stream()))
                .hasSizeGreaterThan(150)
                .allMatch(word -> TransactionType.find(word).isPresent());
    }
}
