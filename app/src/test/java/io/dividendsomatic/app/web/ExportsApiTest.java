package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExportsApiTest extends RunningProgram {
    private static final AccountId ACCOUNT = AccountId.parse("lynx:X7000001");
    private static final String HOLDINGS = "/api/v1/holdings?asOf=2031-01-30&currency=EUR&account=" + ACCOUNT;
    private static final int POSITIONS = 120;

    @BeforeEach
    void more_positions_are_told_than_a_page_holds() throws Exception {
        String rows = IntStream.range(0, POSITIONS)
                .mapToObj(i -> "2031-01-30,EUR,S%03d,%s,2,10.5,21,20,STK,1,"
                        .formatted(i, i == 0 ? "=HYPERLINK(\"x\")" : "NAME " + i)
                        .replace("\"x\"", "x"))
                .collect(Collectors.joining("\n"));
        String file = "ReportDate,CurrencyPrimary,Symbol,Description,Quantity,MarkPrice,PositionValue,CostBasisMoney,"
                + "AssetClass,FXRateToBase,ISIN\n" + rows + "\n";
        assertThat(upload("exported.csv", file.getBytes(StandardCharsets.UTF_8), ACCOUNT)
                        .status())
                .isIn(200, 201);
    }

    private Answer as(String type, String path) throws IOException, InterruptedException {
        return send(request(path).header("Accept", type).build());
    }

    @Test
    void a_spreadsheet_has_every_row_with_numbers_as_numbers() throws Exception {
        Answer answer = as(GetTable.SPREADSHEET, HOLDINGS);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(GetTable.SPREADSHEET);

        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(answer.response().body()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(1 + POSITIONS);
            List<String> header = rows.getFirst().stream().map(Cell::getText).toList();
            Cell value = rows.get(1).getCell(header.indexOf("marketValue"));
            assertThat(value.getType()).isEqualTo(CellType.NUMBER);
            assertThat(value.asNumber()).isEqualByComparingTo(new BigDecimal("21"));
        }
    }

    @Test
    void its_second_sheet_says_what_it_is() throws Exception {
        Answer answer = as(GetTable.SPREADSHEET, HOLDINGS + "&knownAt=2099-01-01T00:00:00Z");

        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(answer.response().body()))) {
            Map<String, String> about = workbook.getSheet(1).orElseThrow().read().stream()
                    .filter(row -> row.getCellCount() > 1)
                    .collect(Collectors.toMap(
                            row -> row.getCellText(0), row -> row.getCell(1).getRawValue()));
            assertThat(about)
                    .containsEntry("known at", "2099-01-01T00:00:00Z")
                    .containsEntry("reporting currency", "EUR")
                    .containsKeys("as of", "made", "generation of holdings", "generation of transactions");
        }
    }

    @Test
    void text_that_would_be_a_formula_is_guarded_in_both_kinds_of_file() throws Exception {
        assertThat(as(GetTable.TEXT_CSV, HOLDINGS).text()).contains("'=HYPERLINK(x)");
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(
                as(GetTable.SPREADSHEET, HOLDINGS).response().body()))) {
            assertThat(workbook.getFirstSheet().read().get(1).getCellText(2)).isEqualTo("'=HYPERLINK(x)");
        }
    }

    @Test
    void a_file_has_the_whole_list_unless_a_page_is_asked_for() throws Exception {
        assertThat(as(GetTable.TEXT_CSV, HOLDINGS).text().lines()).hasSize(1 + POSITIONS);
        assertThat(as(GetTable.TEXT_CSV, HOLDINGS + "&size=7&page=1").text().lines())
                .hasSize(1 + 7);
        assertThat(get(HOLDINGS).json().get("items").size()).isEqualTo(100);
    }

    @Test
    void its_name_and_headers_tell_what_was_asked() throws Exception {
        Answer answer = as(GetTable.TEXT_CSV, HOLDINGS + "&knownAt=2099-01-01T00:00:00Z");

        assertThat(answer.header("Content-Disposition"))
                .contains("holdings_as-of-2031-01-30_known-at-20990101T000000Z_EUR.csv");
        assertThat(answer.header(TableHeaders.GENERATIONS)).contains("holdings=", "dividends=");
        assertThat(get(HOLDINGS).header("Content-Disposition")).isEmpty();
    }

    @Test
    void a_page_out_of_bounds_is_refused() throws Exception {
        for (String query : List.of("&size=501", "&size=0", "&page=-1", "&size=many", "&page=5000000&size=500")) {
            Answer refused = get(HOLDINGS + query);
            assertThat(refused.status()).as(query).isEqualTo(400);
            assertThat(refused.json().get("code").asString()).as(query).isEqualTo("BAD_PARAMETER");
        }
    }

    /** What a spreadsheet is: a zip of XML parts. */
    @Test
    void the_contract_names_every_kind_of_file() throws Exception {
        String contract = get("/v3/api-docs").text();
        assertThat(contract).contains(GetTable.SPREADSHEET, GetTable.TEXT_CSV);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(
                as(GetTable.SPREADSHEET, "/api/v1/accounts").response().body()))) {
            assertThat(zip.getNextEntry()).isNotNull();
        }
    }
}
