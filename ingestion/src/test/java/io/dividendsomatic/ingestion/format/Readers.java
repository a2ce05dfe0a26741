package io.dividendsomatic.ingestion.format;

import java.util.List;

/** One sound file for each way in which tables are read. */
final class Readers {
    static final List<Reader> ALL = List.of(
            Reader.of(
                    "plain query",
                    ",",
                    "Quantity",
                    "ReportDate,CurrencyPrimary,Symbol,Quantity,MarkPrice,PositionValue,Description",
                    "2031-03-03,EUR,KUUSI,300,21.4,6420,Kuusi",
                    "2031-03-03,USD,ALFA,1000,10.5,10500,Alfa",
                    "2031-03-03,USD,BETA,-50,20,-1000,Beta"),
            Reader.of(
                            "framed query",
                            ",",
                            "Quantity",
                            "HEADER,POST,CurrencyPrimary,Symbol,Quantity,MarkPrice,PositionValue,Description",
                            "DATA,POST,EUR,KUUSI,300,21.4,6420,Kuusi",
                            "DATA,POST,USD,ALFA,1000,10.5,10500,Alfa",
                            "DATA,POST,USD,BETA,-50,20,-1000,Beta")
                    .within(
                            List.of(
                                    "BOF,U0000001,all,1,20310303,20310303,20310304;021500",
                                    "BOA,U0000001",
                                    "BOS,POST,Positions"),
                            List.of("EOS,POST,3", "EOA,U0000001", "EOF,U0000001")),
            Reader.of(
                            "sections",
                            ",",
                            "Amount",
                            "Interest,Header,Currency,Date,Description,Amount",
                            "Interest,Data,EUR,2031-01-06,EUR Debit Interest,-12.34",
                            "Interest,Data,EUR,2031-01-07,EUR Debit Interest,-2.5",
                            "Interest,Data,EUR,2031-01-08,EUR Debit Interest,-3.5")
                    .within(
                            List.of(
                                    "Statement,Header,Field Name,Field Value",
                                    "Statement,Data,Title,Activity Statement",
                                    "Account Information,Header,Field Name,Field Value",
                                    "Account Information,Data,Account,U0000001",
                                    "Account Information,Data,Base Currency,EUR"),
                            List.of()),
            Reader.of(
                            "transaction history",
                            ",",
                            "Gross Amount",
                            "Transaction History,Header,Date,Account,Description,Transaction Type,Symbol,Quantity,Price,"
                                    + "Gross Amount,Commission,Net Amount",
                            "Transaction History,Data,2031-03-05,U***00001,Interest,Credit Interest,-,-,-,1.5,-,1.5",
                            "Transaction History,Data,2031-03-06,U***00001,Interest,Credit Interest,-,-,-,2.5,-,2.5",
                            "Transaction History,Data,2031-03-07,U***00001,Interest,Credit Interest,-,-,-,3.5,-,3.5")
                    .within(
                            List.of(
                                    "Statement,Header,Field Name,Field Value",
                                    "Statement,Data,Title,Transaction History",
                                    "Summary,Header,Field Name,Field Value",
                                    "Summary,Data,Base Currency,EUR"),
                            List.of()),
            Reader.of(
                    "Nordnet",
                    "\t",
                    "Summa",
                    "Id\tKirjauspäivä\tKauppapäivä\tMaksupäivä\tSalkku\tTapahtumatyyppi\tArvopaperi\tISIN\tMäärä\tKurssi"
                            + "\tSumma\tValuutta\tTapahtumateksti",
                    "500000001\t2031-01-03\t2031-01-03\t2031-01-03\t10000001\tTALLETUS\t\t\t\t\t2000,5\tEUR\tTalletus",
                    "500000002\t2031-01-04\t2031-01-04\t2031-01-04\t10000001\tTALLETUS\t\t\t\t\t300,5\tEUR\tTalletus",
                    "500000003\t2031-01-05\t2031-01-05\t2031-01-05\t10000001\tTALLETUS\t\t\t\t\t400,5\tEUR\tTalletus"),
            Reader.of(
                    "Nordnet 9A",
                    "\t",
                    "Luovutushinta",
                    "Luovutettu arvopaperi\tMäärä\tHankinta-aika\tLuovutusaika\tLuovutushinta\tHankintahinta\tVoitto tai tappio",
                    "Kuusi B\t20\t7.1.2031\t5.5.2031\t440,00\t410,00\t30,00",
                    "Grana\t10\t7.1.2031\t6.5.2031\t140,00\t110,00\t30,00",
                    "Fjord\t30\t7.1.2031\t7.5.2031\t240,00\t210,00\t30,00"),
            Reader.of(
                    "Lynx 9A",
                    ",",
                    "sell_price",
                    "tax_year,account,stock_name,quantity,buy_date,sell_date,buy_price,sell_price,gain,loss",
                    "2030,U0000001,ALFA,100,5/2/2030,17/9/2030,900.00,960.00,60.00,",
                    "2030,U0000001,BETA,50,5/2/2030,18/9/2030,1100.00,1000.00,,100.00",
                    "2030,U0000001,KUUSI,10,5/2/2030,18/9/2030,100.00,100.00,0,"),
            Reader.of(
                    "euro rates",
                    ",",
                    "GBP",
                    "Date,USD,JPY,GBP,CHF",
                    "2031-03-03,1.1905,158.44,0.8632,0.9475",
                    "2031-03-02,1.1805,157.44,0.8532,0.9375",
                    "2031-03-01,1.1705,156.44,0.8432,0.9275"),
            Reader.of(
                    "mapping",
                    ",",
                    "Total (EUR)",
                    "Action,Time,ISIN,Ticker,Name,No. of shares,Price / share,Currency (Price / share),Exchange rate,"
                            + "Total (EUR),ID",
                    "Deposit,2031-03-03 10:00:00,,,,,,,,100.00,A1",
                    "Deposit,2031-03-04 10:00:00,,,,,,,,200.00,A2",
                    "Deposit,2031-03-05 10:00:00,,,,,,,,300.00,A3"));

    private Readers() {}
}
