package io.dividendsomatic.app.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Real files as a person hands them in over HTTP, and what the ledger then answers. */
class RealLedgerApiTest extends RunningProgram {

    private void tell(Path file) throws Exception {
        Answer answer = upload(file.getFileName().toString(), Files.readAllBytes(file), (AccountId) null);
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
    }

    private List<JsonNode> items(String path) throws Exception {
        Answer answer = get("/api/v1" + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("items").valueStream().toList();
    }

    private List<String> lines(String account, String item) throws Exception {
        return items("/reports/reconciliation?size=500&item=" + item + "&account=" + account).stream()
                .map(line -> String.join(
                        " ",
                        line.get("period").get("to").asString(),
                        line.get("verdict").asString(),
                        line.get(item.startsWith("POSITION") ? "symbol" : "currency")
                                .asString(),
                        line.get("printed").asString(),
                        line.get("ours").asString()))
                .sorted()
                .toList();
    }

    @Test
    void two_years_in_either_order_chain_to_the_positions_and_break_where_the_file_names_no_currency()
            throws Exception {
        tell(Samples.file("ibkr-activity/ibzakharov__interactive-brokers-tax__2020.csv"));
        tell(Samples.file("ibkr-activity/ibzakharov__interactive-brokers-tax__2019.csv"));
        String account = "ibkr:TEST";
        assertThat(lines(account, "POSITION_QUANTITY"))
                .hasSize(13)
                .allMatch(line -> line.contains(" MATCH "))
                .contains("2019-12-31 MATCH TSLA 6 6", "2020-12-31 MATCH OXY 72 72", "2020-12-31 MATCH VTI 104 104");
        assertThat(lines(account, "NET_ASSET_VALUE"))
                .containsExactly(
                        "2019-12-31 BREAK RUB 287989.3236037 287971.3896037",
                        "2020-12-31 BREAK RUB 2619261.308241474 2618664.243477490864");
        assertThat(lines(account, "CASH"))
                .contains(
                        "2019-12-31 BREAK RUB 230.2015 -159.4145",
                        "2019-12-31 BREAK USD 499.0671 505.0671",
                        "2020-12-31 MATCH GBP 0 0");
        JsonNode usd = items("/reports/reconciliation?item=CASH&verdict=BREAK&account=" + account).stream()
                .filter(line -> line.get("currency").asString().equals("USD"))
                .findFirst()
                .orElseThrow();
        assertThat(usd.get("sources")
                        .valueStream()
                        .map(source -> source.get("line").asInt()))
                .contains(96, 97, 98, 99, 100, 101, 102);
        for (String item : List.of("DIVIDENDS", "WITHHOLDING_TAX", "DEPOSITS", "INTEREST", "FEES")) {
            assertThat(lines(account, item)).isNotEmpty().allMatch(line -> line.contains(" MATCH "));
        }
    }

    @Test
    void a_file_of_transactions_alone_reconciles_with_the_balance_and_the_units_beside_its_rows() throws Exception {
        tell(Samples.file("nordnet/jaantaponen__verotunkki__transactionsNordnet.csv"));
        String account = "nordnet:22403208";
        assertThat(lines(account, "CASH")).hasSize(19).allMatch(line -> line.contains(" MATCH "));
        JsonNode before = items("/cash?asOf=2021-09-14&account=" + account).getFirst();
        assertThat(before.get("balance").asString()).isEqualTo("3401.24");
        assertThat(before.get("sources").get(0).get("line").asInt()).isEqualTo(39);
    }
}
