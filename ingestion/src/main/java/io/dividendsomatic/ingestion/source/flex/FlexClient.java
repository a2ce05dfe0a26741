package io.dividendsomatic.ingestion.source.flex;

import io.dividendsomatic.ingestion.source.flex.FlexError.Then;
import io.dividendsomatic.ingestion.source.flex.FlexReply.Accepted;
import io.dividendsomatic.ingestion.source.flex.FlexReply.Refused;
import io.dividendsomatic.ingestion.source.flex.FlexReply.Statement;
import io.dividendsomatic.ingestion.source.flex.FlexReply.Unreadable;
import io.dividendsomatic.ingestion.source.flex.FlexSettings.Login;
import io.dividendsomatic.ingestion.source.web.Hosts;
import io.dividendsomatic.ingestion.source.web.Pace;
import io.dividendsomatic.ingestion.source.web.Pause;
import io.dividendsomatic.ingestion.source.web.Web;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Speaks version 3 of the protocol with one token: {@code SendRequest} has a statement made and answers a reference,
 * {@code GetStatement} answers the statement once it is there. The service takes one request a second and ten a minute of
 * a token, over all its queries.
 */
final class FlexClient implements AutoCloseable {
    static final List<Pace.Limit> LIMITS =
            List.of(new Pace.Limit(1, Duration.ofSeconds(1)), new Pace.Limit(10, Duration.ofMinutes(1)));

    private static final String VERSION = "3";
    /** IBKR's pages ask for the header; the older of them accept only names that begin so. */
    private static final Map<String, String> HEADERS = Map.of("User-Agent", "Java/Dividendsomatic");

    private static final Duration FIRST_LOOK = Duration.ofSeconds(3);
    private static final Duration SLOWEST_LOOK = Duration.ofSeconds(30);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Between requests that the service could not serve; few, because failed requests lock a token. */
    private static final List<Duration> SEND_AGAIN = List.of(MINUTE, Duration.ofMinutes(4));

    private final Login login;
    private final Hosts hosts;
    private final Web web;
    private final Pace pace;
    private final Clock clock;
    private final Pause pause;

    FlexClient(Login login, Clock clock, Pause pause) {
        this.login = login;
        this.hosts = new Hosts(login.hosts());
        this.web = new Web(hosts, login.timeout(), Web.bytes(login.limit()), HEADERS);
        this.pace = new Pace(LIMITS, clock, pause);
        this.clock = clock;
        this.pause = pause;
    }

    /** Has a statement made. Throws SourceFailed when the service refuses, and when it cannot now. */
    FlexTicket send(String query) {
        URI url = URI.create(login.url() + "/SendRequest");
        Iterator<Duration> again = SEND_AGAIN.iterator();
        while (true) {
            switch (ask(url, query)) {
                case Accepted accepted -> {
                    return ticket(url, accepted);
                }
                case Refused refused when passes(refused) && again.hasNext() -> pause.take(again.next());
                case Refused refused -> throw FlexFailure.of(refused, query, login.token());
                case Statement other -> throw FlexFailure.unreadable("something else", query);
                case Unreadable other -> throw FlexFailure.unreadable(other.what(), query);
            }
        }
    }

    private FlexTicket ticket(URI url, Accepted accepted) {
        URI address = accepted.url() == null ? url.resolve("GetStatement") : hosts.checked(url, accepted.url());
        return new FlexTicket(address, accepted.reference());
    }

    /**
     * The statement; nothing when it is still being made after all patience, and the ticket stays good. Throws SourceFailed
     * when the service refuses it.
     */
    Optional<byte[]> statement(String query, FlexTicket ticket) {
        Instant end = clock.instant().plus(login.patience());
        Duration look = FIRST_LOOK;
        Duration backOff = SLOWEST_LOOK;
        pause.take(look); // no statement is there at once
        while (true) {
            Duration rest;
            switch (ask(ticket.url(), ticket.reference())) {
                case Statement statement -> {
                    return Optional.of(statement.content());
                }
                case Refused refused when !passes(refused) -> throw FlexFailure.of(refused, query, login.token());
                case Refused refused
                when then(refused) == Then.ASK_AGAIN -> {
                    rest = look;
                    look = shorter(look.multipliedBy(2), SLOWEST_LOOK);
                }
                case Refused refused when then(refused) == Then.WAIT_A_MINUTE -> rest = MINUTE;
                case Refused refused -> {
                    rest = backOff;
                    backOff = backOff.multipliedBy(2);
                }
                case Accepted other -> throw FlexFailure.unreadable("another reference", query);
                case Unreadable other -> throw FlexFailure.unreadable(other.what(), query);
            }
            if (clock.instant().plus(rest).isAfter(end)) {
                return Optional.empty();
            }
            pause.take(rest);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Then then(Refused refused) {
        return FlexError.of(refused.code()).map(FlexError::then).orElse(Then.END);
    }

    private static boolean passes(Refused refused) {
        return then(refused) != Then.END;
    }

    private FlexReply ask(URI url, String what) {
        pace.await();
        return FlexReply.of(web.get(with(url, what)).content("the Flex Web Service"));
    }

    private URI with(URI url, String what) {
        String separator = url.getRawQuery() == null ? "?" : "&";
        return URI.create(
                url + separator + "t=" + encoded(login.token().reveal()) + "&q=" + encoded(what) + "&v=" + VERSION);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        web.close();
    }
}
