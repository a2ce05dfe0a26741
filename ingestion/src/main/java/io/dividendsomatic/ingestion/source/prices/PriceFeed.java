package io.dividendsomatic.ingestion.source.prices;

import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.format.vendor.AnswerLine;
import io.dividendsomatic.ingestion.format.vendor.Asked;
import io.dividendsomatic.ingestion.format.vendor.UnreadableAnswer;
import io.dividendsomatic.ingestion.format.vendor.Vendor;
import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.intake.Receipt;
import io.dividendsomatic.ingestion.source.Fetched;
import io.dividendsomatic.ingestion.source.Progress;
import io.dividendsomatic.ingestion.source.SourceFailed;
import io.dividendsomatic.ingestion.source.StatementSource;
import io.dividendsomatic.ingestion.source.prices.MissingPrices.Reason;
import io.dividendsomatic.ingestion.source.prices.PriceSettings.Chain;
import io.dividendsomatic.ingestion.source.web.Pause;
import io.dividendsomatic.portfolio.prices.VendorPrices.Held;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The prices of what is held. The vendors' answers of one look are one file of lines, kept like any other. Asked are days
 * that are over everywhere, so that what comes is the end of a day. Not for several threads.
 */
public final class PriceFeed implements StatementSource, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PriceFeed.class);

    private final String name;
    private final Chain chain;
    private final List<VendorApi> vendors;
    private final Supplier<List<Held>> held;
    private final Function<Held, Optional<LocalDate>> newest;
    private final MissingPrices missing;
    private final Clock clock;
    private final Function<List<Delivery>, List<Receipt>> intake;
    private final Map<Held, Instant> asked = new HashMap<>();
    private volatile Progress progress = Progress.NONE;

    /** Of what is held, which day's price is known last, and where is told what no vendor has. */
    public record Wanted(
            Supplier<List<Held>> held, Function<Held, Optional<LocalDate>> newest, MissingPrices missing) {}

    /**
     * @param name as the user calls it
     * @param intake takes files and answers in their order
     */
    public PriceFeed(
            String name,
            Chain chain,
            Wanted wanted,
            Clock clock,
            Pause pause,
            Function<List<Delivery>, List<Receipt>> intake) {
        this.name = "prices." + name;
        this.chain = chain;
        this.vendors = chain.vendors().stream()
                .map(code -> Vendor.find(code)
                        .orElseThrow(() -> new IllegalArgumentException("there is no vendor called " + code)))
                .<VendorApi>map(vendor -> new VendorOverWeb(vendor, chain, clock, pause))
                .toList();
        this.held = wanted.held();
        this.newest = wanted.newest();
        this.missing = wanted.missing();
        this.clock = clock;
        this.intake = intake;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean available() {
        return !vendors.isEmpty();
    }

    @Override
    public Progress progress() {
        return progress;
    }

    /**
     * An instrument of which no vendor has a price is counted as refused. It is a failure when a vendor that may have one
     * could not be asked, and no other had it.
     */
    @Override
    public Fetched fetch() {
        Look look = new Look(clock.instant());
        List<Held> due = held.get().stream().filter(look::isDue).toList();
        for (int i = 0; i < due.size() && look.hasVendors(); i++) {
            progress = new Progress(i, due.size(), due.get(i).isin().code());
            look.ask(due.get(i));
        }
        progress = Progress.NONE;
        return look.end();
    }

    /** One look at everything that is due. */
    private final class Look {
        private final Instant now;
        private final LocalDate to;
        private final List<AnswerLine> lines = new ArrayList<>();
        private final List<String> without = new ArrayList<>();
        private final Map<Vendor, SourceFailed> closed = new HashMap<>();
        private final Map<Held, Instant> answered = new HashMap<>();
        private @Nullable SourceFailed lastClosing;
        private @Nullable SourceFailed unanswered;

        Look(Instant now) {
            this.now = now;
            this.to = now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
        }

        boolean isDue(Held one) {
            Instant last = asked.get(one);
            boolean asked = last != null && last.plus(chain.again()).isAfter(now);
            return !asked && newest.apply(one).filter(day -> !day.isBefore(to)).isEmpty();
        }

        boolean hasVendors() {
            return closed.size() < vendors.size();
        }

        void ask(Held one) {
            List<Reason> reasons = new ArrayList<>();
            for (VendorApi vendor : vendors) {
                Optional<Reason> why = ask(one, vendor);
                if (why.isEmpty()) {
                    answered.put(one, now);
                    missing.found(name, one, now, List.of());
                    return;
                }
                reasons.add(why.get());
            }
            if (closed.isEmpty()) {
                answered.put(one, now);
            } else {
                unanswered = lastClosing;
            }
            without.add(one.isin().code());
            missing.found(name, one, now, reasons);
        }

        /** Why the vendor has no price; nothing when it has one. */
        private Optional<Reason> ask(Held one, VendorApi vendor) {
            SourceFailed before = closed.get(vendor.vendor());
            if (before != null) {
                return reason(vendor, before.code(), String.valueOf(before.getMessage()));
            }
            String own = chain.listings().get(one.isin().code());
            String listing = own != null && vendor.vendor() == Vendor.YAHOO
                    ? own
                    : vendor.listing(one).orElse(null);
            if (listing == null) {
                return reason(vendor, "NO_LISTING", "nobody can tell what the vendor calls it, or it does not have it");
            }
            LocalDate from = to.minusDays(chain.days() - 1L);
            try {
                AnswerLine line = vendor.ask(
                        new Asked(vendor.vendor(), one.isin(), one.symbol(), listing, one.currency(), from, to));
                if (line.facts().isEmpty()) {
                    return reason(vendor, "NO_PRICE", "no price of " + listing + " from " + from + " to " + to);
                }
                lines.add(line);
                return Optional.empty();
            } catch (UnreadableAnswer e) {
                LOG.info("{}: {} has nothing for {}: {}", name, vendor.vendor().code(), listing, e.getMessage());
                return reason(vendor, "NO_PRICE", String.valueOf(e.getMessage()));
            } catch (SourceFailed e) {
                failed(vendor.vendor(), listing, e);
                return reason(vendor, e.code(), String.valueOf(e.getMessage()));
            }
        }

        private static Optional<Reason> reason(VendorApi vendor, String code, String message) {
            return Optional.of(new Reason(vendor.vendor().code(), code, message));
        }

        /** Not found and forbidden concern one listing; anything else the vendor, who is left alone for this look. */
        private void failed(Vendor vendor, String listing, SourceFailed e) {
            LOG.info("{}: {} did not answer for {}: {} {}", name, vendor.code(), listing, e.code(), e.getMessage());
            if (!e.code().equals("HTTP_404") && !e.code().equals("FORBIDDEN")) {
                closed.put(vendor, e);
                lastClosing = e;
            }
        }

        /** Throws the last failure of a vendor for which no other answered; what was answered by then is taken. */
        Fetched end() {
            if (!without.isEmpty()) {
                LOG.warn("{}: no vendor has a price of {}", name, without);
            }
            Fetched fetched = lines.isEmpty() ? Fetched.NOTHING : take();
            asked.putAll(answered); // last: what could not be taken is asked for again
            Fetched all = fetched.plus(new Fetched(0, 0, without.size()));
            if (unanswered != null) {
                throw unanswered.having(all);
            }
            return all;
        }

        private Fetched take() {
            String text = String.join("\n", lines.stream().map(AnswerLine::line).toList()) + "\n";
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            Delivery delivery = new Delivery(FileSource.DOWNLOAD, "prices-" + to + ".jsonl", content, null, null);
            return Fetched.of(intake.apply(List.of(delivery)));
        }
    }

    @Override
    public void close() {
        vendors.forEach(VendorApi::close);
    }
}
