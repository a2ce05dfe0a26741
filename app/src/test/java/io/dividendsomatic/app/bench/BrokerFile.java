package io.dividendsomatic.app.bench;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A file of one kind with as many rows as are asked for, all of them invented.
 *
 * @param share of the rows that are asked for, as a divisor: fewer where each row tells many facts
 */
record BrokerFile(String reader, String head, IntFunction<String> row, String tail, Charset charset, int share) {
    private static final List<String> CURRENCIES = List.of(
            ("USD JPY BGN CZK DKK GBP HUF PLN RON SEK CHF ISK NOK TRY AUD BRL CAD CNY HKD IDR ILS INR KRW MXN MYR NZD PHP"
                            + " SGD THB ZAR")
                    .split(" "));
    private static final List<String> LEGS =
            List.of("TRADE\t100\tALFA%d.NYSE\t823.2", "TRADE\t-980.0\tUSD\t-823.2", "COMMISSION\t-2.0\tUSD\t-1.68");

    static final List<BrokerFile> ALL = List.of(
            BrokerFile.of(
                    "plain table",
                    "Symbol,ISIN,ReportDate,CurrencyPrimary,Quantity,MarkPrice,PositionValue,CostBasisPrice,CostBasisMoney,"
                            + "FifoPnlUnrealized,FXRateToBase,AssetClass\n",
                    row -> "ALFA%d,,%s,USD,100,10.5,1050,9.8,980,70,0.84,STK\n".formatted(row, day(row)),
                    ""),
            BrokerFile.of(
                    "sections",
                    """
            Statement,Header,Field Name,Field Value
            Statement,Data,Title,Activity Statement
            Statement,Data,Period,"January 1, 2031 - December 31, 2031"
            Account Information,Header,Field Name,Field Value
            Account Information,Data,Account,U0000001
            Account Information,Data,Base Currency,EUR
            Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,C. Price,\
            Proceeds,Comm/Fee,Basis,Realized P/L,MTM P/L,Code
            """,
                    row ->
                            "Trades,Data,Order,Stocks,USD,ALFA%d,\"%s, 10:30:00\",\"1,000\",9.8,9.9,-9800,-1.5,9801.5,0,100,O\n"
                                    .formatted(row, day(row)),
                    ""),
            BrokerFile.of(
                    "XML",
                    """
            <FlexQueryResponse queryName="q" type="AF"><FlexStatements count="1">
            <FlexStatement accountId="U0000001" fromDate="2031-01-01" toDate="2031-12-31" whenGenerated="2032-01-01;01:02:03">
            <CashTransactions>
            """,
                    row ->
                            ("<CashTransaction accountId=\"U0000001\" currency=\"USD\" fxRateToBase=\"0.84\" assetCategory=\"STK\""
                                            + " symbol=\"ALFA\" description=\"ALFA(US000000AA16) Cash Dividend USD 0.12 per Share (Ordinary"
                                            + " Dividend)\" conid=\"900000001\" isin=\"US000000AA16\" dateTime=\"%s\" amount=\"120\""
                                            + " type=\"Dividends\" transactionID=\"80%d\" levelOfDetail=\"DETAIL\" />\n")
                                    .formatted(day(row), row),
                    "</CashTransactions>\n</FlexStatement></FlexStatements></FlexQueryResponse>\n"),
            BrokerFile.of(
                    "Nordnet in UTF-16",
                    "Id\tKirjauspäivä\tKauppapäivä\tMaksupäivä\tSalkku\tTapahtumatyyppi\tArvopaperi\tISIN\tMäärä\tKurssi\tKorko"
                            + "\tKokonaiskulut\tValuutta\tSumma\tValuutta\tHankinta-arvo\tValuutta\tTulos\tValuutta\tKokonaismäärä"
                            + "\tSaldo\tVaihtokurssi\tTapahtumateksti\tMitätöintipäivä\tLaskelma\tVahvistusnumero"
                            + "\tVälityspalkkio\tValuutta\tViitevaluuttakurssi\tAlkuperäinen korko\n",
                    row ->
                            ("%d\t%s\t%s\t%s\t10000001\tOSTO\tKuusi B\tFI0000000011\t50\t20,5\t0\t9\tEUR\t-1 034\tEUR\t1034\tEUR\t0"
                                            + "\tEUR\t50\t966\t\t\t\t700000001\t700000001\t9\tEUR\t\t\n")
                                    .formatted(row, day(row), day(row), day(row)),
                    "",
                    StandardCharsets.UTF_16),
            BrokerFile.of(
                    "table by a mapping",
                    "Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount\n",
                    row -> "03/%02d/2031,Buy,ALFA,ALFA MORTGAGE REIT,10,$9.80,$1.50,-$99.50\n".formatted(row % 28 + 1),
                    ""),
            BrokerFile.of(
                    "framed Flex",
                    """
            BOF,U0000001,trades,1,20310303,20310328,20310329;021500
            BOA,U0000001
            BOS,TRNT,Trades
            HEADER,TRNT,ClientAccountID,CurrencyPrimary,FXRateToBase,AssetClass,Symbol,Description,Conid,ISIN,TradeID,\
            TradeDate,Date/Time,Quantity,TradePrice,Proceeds,IBCommission,IBCommissionCurrency,NetCash,Buy/Sell,\
            TransactionID,LevelOfDetail
            """,
                    row ->
                            ("DATA,TRNT,U0000001,USD,0.84,STK,ALFA,ALFA MORTGAGE REIT,900000001,US000000AA16,70%d,%s,%2$s;103000,10,9.8"
                                            + ",-98,-1.5,USD,-99.5,BUY,80%1$d,EXECUTION\n")
                                    .formatted(row, day(row).replace("-", "")),
                    "EOS,TRNT\nEOA,U0000001\nEOF\n"),
            BrokerFile.of(
                    "transaction history",
                    """
            Statement,Header,Field Name,Field Value
            Statement,Data,Title,Transaction History
            Statement,Data,Period,"March 1, 2031 - March 31, 2031"
            Summary,Header,Field Name,Field Value
            Summary,Data,Base Currency,USD
            Transaction History,Header,Date,Account,Description,Transaction Type,Symbol,Quantity,Price,Price Currency,\
            Gross Amount ,Commission,Net Amount
            """,
                    row ->
                            "Transaction History,Data,%s,U***00001,ALFA MORTGAGE REIT,Buy,ALFA%d,10.0,9.8,USD,-98.0,-1.5,-99.5\n"
                                    .formatted(day(row), row),
                    ""),
            BrokerFile.of(
                    "Nordnet 9A",
                    "Luovutettu arvopaperi/arvo-osuus\tMäärä\tHankinta-aika\tLuovutusaika\tLuovutushinta\tHankintahinta"
                            + "\tHankintakulut\tMyyntikulut\tHankintameno-olettama\tVoitto tai tappio\n",
                    row -> "Kuusi B\t20\t7.1.2030\t%d.3.2031\t440,00\t410,00\t3,60\t9,00\t0,00\t17,40\n"
                            .formatted(row % 28 + 1),
                    ""),
            BrokerFile.of(
                    "Lynx 9A",
                    "tax_year,account,stock_name,quantity,buy_date,sell_date,buy_price,sell_price,gain,loss\n",
                    row -> "2031,U0000001,ALFA MORTGAGE REIT,100,5/2/2030,%d/3/2031,900.00,960.00,60.00,\n"
                            .formatted(row % 28 + 1),
                    ""),
            BrokerFile.of(
                    "mapping of several tables",
                    """
            Account Summary\t
            Account\tBalance\tCurrency
            ABC1234.001\t5012.50\tEUR

            Net Asset Value\t
            Date\tNet Asset Value
            2031-03-01\t10000.00

            Transaction ID\tWhen\tSymbol ID\tISIN\tOperation type\tAmount\tAsset\tEUR equivalent
            """,
                    row -> "T%d\t%s 06:00:00\tALFA.NYSE\tUS000000AA16\tDIVIDEND\t12.00\tUSD\t10.08\n"
                            .formatted(row, day(row)),
                    ""),
            BrokerFile.of(
                    "trades in a row for each leg, by a mapping",
                    "Transaction ID\tWhen\tSymbol ID\tISIN\tOperation type\tAmount\tAsset\tEUR equivalent\n",
                    row -> "T%d\t2031-03-03 %02d:%02d:%02d\tALFA%d.NYSE\tUS000000AA16\t%s\n"
                            .formatted(
                                    row,
                                    row / 3 / 3600 % 24,
                                    row / 3 / 60 % 60,
                                    row / 3 % 60,
                                    row / 3 / 86_400,
                                    LEGS.get(row % 3).formatted(row / 3 / 86_400)),
                    ""),
            BrokerFile.of(
                    "JSON",
                    "[",
                    row -> (row == 0 ? "" : ",\n")
                            + ("{\"symbol\":\"ALFA%d\",\"yahoo_symbol\":\"ALFA%1$d\",\"exchange\":\"NYSE\",\"isin\":\"US000000AA16\","
                                            + "\"ex_date\":\"%s\",\"amount\":0.12,\"currency\":\"USD\"}")
                                    .formatted(row, day(row)),
                    "]\n"),
            BrokerFile.of(
                    "ECB table, 30 currencies a row",
                    "Date," + String.join(",", CURRENCIES) + ",\n",
                    row -> day(row) + ",1.1905".repeat(CURRENCIES.size()) + ",\n",
                    "",
                    10),
            BrokerFile.of(
                    "ECB XML, 30 currencies a day",
                    """
            <?xml version="1.0" encoding="UTF-8"?>
            <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01"\
             xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
            <gesmes:subject>Reference rates</gesmes:subject>
            <gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
            <Cube>
            """,
                    row -> CURRENCIES.stream()
                            .map(currency -> "<Cube currency=\"" + currency + "\" rate=\"1.1905\"/>")
                            .collect(Collectors.joining("", "<Cube time=\"" + day(row) + "\">", "</Cube>\n")),
                    "</Cube>\n</gesmes:Envelope>\n",
                    10));

    private static BrokerFile of(String reader, String head, IntFunction<String> row, String tail) {
        return new BrokerFile(reader, head, row, tail, StandardCharsets.UTF_8, 1);
    }

    private static BrokerFile of(String reader, String head, IntFunction<String> row, String tail, int share) {
        return new BrokerFile(reader, head, row, tail, StandardCharsets.UTF_8, share);
    }

    private static BrokerFile of(String reader, String head, IntFunction<String> row, String tail, Charset charset) {
        return new BrokerFile(reader, head, row, tail, charset, 1);
    }

    byte[] content(int rows) {
        String text = IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining("", head, tail));
        return text.getBytes(charset);
    }

    private static String day(int row) {
        return "2031-03-%02d".formatted(row % 28 + 1);
    }
}
