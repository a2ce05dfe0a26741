package io.dividendsomatic.ingestion.format.ibkr;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.statement.CorporateAction.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "BETA(US000000BB22) Split 2 for 1 (BETA, BETA LENDING CORP, US000000BB22)"
                        + "|SPLIT|Split|2:1|BETA US000000BB22|BETA US000000BB22",
                "BETA(US000000BB22) Сплит 2 за 1 (BETA, BETA LENDING CORP, US000000BB22)"
                        + "|SPLIT|Сплит|2:1|BETA US000000BB22|BETA US000000BB22",
                "BETA(US000000BB22) Spinoff  1 for 8 (ALFA, ALFA SPLIT CORP, OLD, US000000AA16)"
                        + "|SPIN_OFF|Spinoff|1:8|BETA US000000BB22|ALFA US000000AA16",
                "BETA(US000000BB22) Спин-офф  1 за 8 (BETA.WAR, BETA - WARRANT CONTRA, US000WAR1058)"
                        + "|SPIN_OFF|Спин-офф|1:8|BETA US000000BB22|BETA.WAR -",
                "BETA.WAR(US000WAR1058) Слияние(Приобретение) WITH US000000AA16 1 FOR 1 (ALFA, ALFA 06JUL37 22.0 C, US000000AA16)"
                        + "|MERGER|Слияние(Приобретение) WITH US000000AA16|1:1|BETA.WAR -|ALFA US000000AA16",
                "BETA.ODD(US000000BB22) Merged(Voluntary Offer Allocation) WITH US000000AA16 20081 for 2500 (ALFA, ALFA (UK) LTD, US000000AA16)"
                        + "|MERGER|Merged(Voluntary Offer Allocation) WITH US000000AA16|20081:2500|BETA.ODD US000000BB22|ALFA US000000AA16",
                "BETA(US000000BB22) Merged(Acquisition) FOR USD 40.00 PER SHARE (BETA, BETA LENDING CORP, US000000BB22)"
                        + "|MERGER|Merged(Acquisition) FOR USD 40.00 PER SHARE|-|BETA US000000BB22|BETA US000000BB22",
                "(US000000AA16) Исключены из листинга (ALFAN, ALFA-RTS, US000000AA16)"
                        + "|DELISTING|Исключены из листинга|-|- US000000AA16|ALFAN US000000AA16",
                "BETA(US000000BB22) Выдача прав по подписке  1 за 1 (ALFAN, ALFA - NIL PAID RIGHTS, US000000AA16)"
                        + "|RIGHTS_ISSUE|Выдача прав по подписке|1:1|BETA US000000BB22|ALFAN US000000AA16",
                "BETA(US000000BB22) Subscribable Rights Issue  1 for 1 (ALFAN, ALFA - RIGHTS, 900000001)"
                        + "|RIGHTS_ISSUE|Subscribable Rights Issue|1:1|BETA US000000BB22|ALFAN -",
                "BETA(US000000BB22) CUSIP/ISIN Change to (US000000AA16) (BETA.OLD, BETA PLC, US000000BB22)"
                        + "|IDENTITY_CHANGE|CUSIP/ISIN Change to (US000000AA16)|-|BETA US000000BB22|BETA.OLD US000000BB22",
                "BETA(US000000BB22) Изменение CUSIP/ISIN на (US000000AA16) (BETA.OLD, BETA PLC, US000000BB22)"
                        + "|IDENTITY_CHANGE|Изменение CUSIP/ISIN на (US000000AA16)|-|BETA US000000BB22|BETA.OLD US000000BB22",
                "BETA(US000000BB22) Tendered to US000000AA16 1 FOR 1 (BETA, BETA LENDING CORP, US000000BB22)"
                        + "|TENDER|Tendered to US000000AA16|1:1|BETA US000000BB22|BETA US000000BB22",
                "BETA(US000000BB22) Stock Dividend US000000BB22 1 for 10 (BETA, BETA LENDING CORP, US000000BB22)"
                        + "|STOCK_DIVIDEND|Stock Dividend US000000BB22|1:10|BETA US000000BB22|BETA US000000BB22",
                "Something new|OTHER|Something new|-|-|-",
            })
    void a_description_is_understood(
            String text,
            Kind kind,
            String words,
            @Nullable String ratio,
            @Nullable String acting,
            @Nullable String named) {
        ActionText read = ActionText.of(text);
        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.words()).isEqualTo(words);
        assertThat(
                        read.ratio() == null
                                ? null
                                : read.ratio().received() + ":" + read.ratio().held())
                .isEqualTo(ratio);
        assertThat(string(read.acting())).isEqualTo(acting);
        assertThat(string(read.named())).isEqualTo(named);
    }

    @Test
    void no_text_is_another_action_of_nobody() {
        assertThat(ActionText.of(null)).isEqualTo(new ActionText(Kind.OTHER, "", null, null, null));
    }

    @Test
    void the_code_for_cancelled_is_told_from_others() {
        assertThat(ActionText.isCancelled(List.of("C", "Ca"))).isTrue();
        assertThat(ActionText.isCancelled(List.of("C"))).isFalse();
    }

    private static @Nullable String string(@Nullable Instrument instrument) {
        return instrument == null
                ? null
                : (instrument.symbol() == null ? "-" : instrument.symbol()) + " "
                        + (instrument.isin() == null ? "-" : instrument.isin());
    }
}
