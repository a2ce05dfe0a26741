package io.dividendsomatic.reporting.exposure;

import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.reporting.consolidated.Positions;
import org.springframework.stereotype.Component;

/** Answers what stands in which currency. */
@Component
public class Exposures {
    private final Positions positions;

    Exposures(Positions positions) {
        this.positions = positions;
    }

    public ExposureReport answer(HoldingsOn question) {
        return ExposureReport.of(positions.on(question));
    }
}
