package io.dividendsomatic.ingestion.source.prices;

import io.dividendsomatic.ingestion.format.vendor.AnswerLine;
import io.dividendsomatic.ingestion.format.vendor.Asked;
import io.dividendsomatic.ingestion.format.vendor.Vendor;
import io.dividendsomatic.portfolio.prices.VendorPrices.Held;
import java.util.Optional;

/**
 * A vendor of market data, whose answers {@link Vendor} reads. A further one is a reader there and a way of asking here.
 */
interface VendorApi extends AutoCloseable {

    Vendor vendor();

    /** What the vendor calls an instrument; nothing where it does not have it, or nobody can tell. */
    Optional<String> listing(Held held);

    /**
     * What the vendor answers.
     *
     * @throws io.dividendsomatic.ingestion.source.SourceFailed when it cannot be asked, or refuses
     * @throws io.dividendsomatic.ingestion.format.vendor.UnreadableAnswer for an answer that is none of this vendor's
     */
    AnswerLine ask(Asked asked);

    @Override
    void close();
}
