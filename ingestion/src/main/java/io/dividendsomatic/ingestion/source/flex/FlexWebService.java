package io.dividendsomatic.ingestion.source.flex;

import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.intake.Receipt;
import io.dividendsomatic.ingestion.source.Fetched;
import io.dividendsomatic.ingestion.source.Progress;
import io.dividendsomatic.ingestion.source.SourceFailed;
import io.dividendsomatic.ingestion.source.StatementSource;
import io.dividendsomatic.ingestion.source.flex.FlexRequests.Request;
import io.dividendsomatic.ingestion.source.flex.FlexSettings.Login;
import io.dividendsomatic.ingestion.source.flex.FlexSettings.Query;
import io.dividendsomatic.ingestion.source.web.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The statements of one login at Interactive Brokers: each of its queries once an interval, which begins when the service
 * accepts the request. A statement that is still being made when patience ends is fetched at the next look, also after a
 * restart, without another request. Not for several threads.
 */
public final class FlexWebService implements StatementSource, AutoCloseable {
    /** What may be wrong with one query and right with the next; anything else concerns the token, or the way there. */
    private static final List<FlexError> OF_ONE_QUERY = List.of(
            FlexError.COULD_NOT_GENERATE,
            FlexError.NOT_AVAILABLE,
            FlexError.INCOMPLETE,
            FlexError.SETTLEMENT_NOT_READY,
            FlexError.FIFO_NOT_READY,
            FlexError.MARK_TO_MARKET_NOT_READY,
            FlexError.PROFIT_AND_LOSS_NOT_READY,
            FlexError.LEGACY_QUERY,
            FlexError.QUERY_INVALID,
            FlexError.ACCOUNT_INVALID,
            FlexError.REFERENCE_INVALID,
            FlexError.GENERATING,
            FlexError.COULD_NOT_RETRIEVE);

    private static final Duration STILL_BEING_MADE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(FlexWebService.class);

    private final String name;
    private final Login login;
    private final Duration interval;
    private final FlexClient client;
    private final Clock clock;
    private final FlexRequests requests;
    private final Function<List<Delivery>, List<Receipt>> intake;
    private volatile Progress progress = Progress.NONE;

    /**
     * @param name of the login, as the user calls it
     * @param intake takes files and answers in their order
     */
    public FlexWebService(
            String name,
            Login login,
            Clock clock,
            Pause pause,
            FlexRequests requests,
            Function<List<Delivery>, List<Receipt>> intake) {
        this.name = "flex." + name;
        this.login = login;
        this.interval = login.interval();
        this.client = new FlexClient(login, clock, pause);
        this.clock = clock;
        this.requests = requests;
        this.intake = intake;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean available() {
        return !login.queries().isEmpty();
    }

    @Override
    public Progress progress() {
        return progress;
    }

    /** A query that fails does not keep the others from being asked; a token that is refused does. */
    @Override
    public Fetched fetch() {
        Fetched fetched = Fetched.NOTHING;
        SourceFailed failed = null;
        boolean oneWentWell = false;
        for (int i = 0; i < login.queries().size(); i++) {
            Query query = login.queries().get(i);
            progress = new Progress(i, login.queries().size(), "query " + query.id());
            try {
                fetched = fetched.plus(fetch(query));
                oneWentWell = true;
            } catch (SourceFailed e) {
                failed = failed == null || e.isLasting() ? e : failed;
                if (OF_ONE_QUERY.stream().map(FlexFailure::code).noneMatch(e.code()::equals)) {
                    oneWentWell = false; // it concerns them all
                    break;
                }
                LOG.warn("{}: {} {}", name, e.code(), e.getMessage());
            }
        }
        progress = Progress.NONE;
        if (failed != null) {
            throw (oneWentWell ? failed.ofPart() : failed).having(fetched);
        }
        return fetched;
    }

    private Fetched fetch(Query query) {
        Request last = requests.last(name, query.id()).orElse(null);
        if (last != null && last.ticket() != null) {
            try {
                return fetch(query, last.ticket());
            } catch (SourceFailed e) {
                if (!e.code().equals(FlexFailure.code(FlexError.REFERENCE_INVALID))) {
                    throw e;
                }
                LOG.info("{}: the ticket for query {} of {} has lapsed", name, query.id(), last.acceptedAt());
            }
        } else if (last != null && last.acceptedAt().plus(interval).isAfter(clock.instant())) {
            LOG.info("{}: query {} was asked at {}, and rests", name, query.id(), last.acceptedAt());
            return Fetched.NOTHING;
        }
        FlexTicket ticket = client.send(query.id());
        requests.accepted(name, query.id(), clock.instant(), ticket);
        return fetch(query, ticket);
    }

    private Fetched fetch(Query query, FlexTicket ticket) {
        Fetched fetched = take(query, statement(query, ticket));
        requests.fetched(name, query.id()); // last: a ticket is good for some time, and the same bytes are known
        return fetched;
    }

    private byte[] statement(Query query, FlexTicket ticket) {
        Optional<byte[]> statement;
        try {
            statement = client.statement(query.id(), ticket);
        } catch (SourceFailed e) {
            if (e.isLasting()) {
                requests.forget(name, query.id());
            }
            throw e;
        }
        return statement.orElseThrow(() -> SourceFailed.passing(
                FlexFailure.code(FlexError.GENERATING),
                "query %s: the statement is still being made, and is fetched at the next look".formatted(query.id()),
                STILL_BEING_MADE,
                null));
    }

    private Fetched take(Query query, byte[] statement) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        String file = "flex-query-%s-%s.%s".formatted(query.id(), today, FlexReply.isXml(statement) ? "xml" : "csv");
        Delivery delivery = new Delivery(
                FileSource.FLEX_WEB_SERVICE, file, statement, query.accountId().orElse(null), null);
        return Fetched.of(intake.apply(delivery.opened()));
    }

    @Override
    public void close() {
        client.close();
    }
}
