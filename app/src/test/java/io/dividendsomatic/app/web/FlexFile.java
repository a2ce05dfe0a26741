package io.dividendsomatic.app.web;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Small position files, each of another content. */
final class FlexFile {
    private static final AtomicInteger NEXT = new AtomicInteger(100);
    private static final String HEADER =
            "ReportDate,CurrencyPrimary,Symbol,Quantity,MarkPrice,PositionValue,CostBasisPrice,CostBasisMoney,"
                    + "ListingExchange,AssetClass,FXRateToBase,ISIN\n";

    private FlexFile() {}

    static byte[] unique() {
        return of("ALFA," + NEXT.incrementAndGet());
    }

    static byte[] withOneBadNumber() {
        return of("ALFA," + NEXT.incrementAndGet(), "BETA,12x");
    }

    static byte[] withoutAnyGoodRow() {
        return of("ALFA," + NEXT.incrementAndGet() + "x");
    }

    private static byte[] of(String... rows) {
        StringBuilder text = new StringBuilder(HEADER);
        for (String row : rows) {
            text.append("2025-03-03,USD,").append(row).append(",10.5,10500,9.8,9800,NYSE,STK,0.84,\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
