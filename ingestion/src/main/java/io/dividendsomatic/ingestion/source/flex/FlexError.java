package io.dividendsomatic.ingestion.source.flex;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the service answers in place of a statement. Codes, meanings and the limit of 1018 are those of IBKR's "Flex Web
 * Service Version 3 Error Codes" (ibkrguides.com, clientportal/performanceandstatements/flex3error.htm); what to do about
 * them is ours. A code that is not here is final: too many failed requests lock a token.
 */
enum FlexError {
    COULD_NOT_GENERATE(1001, Then.BACK_OFF, "the statement could not be generated at this time"),
    NOT_AVAILABLE(1003, Then.END, "the statement is not available: the query's period may have no data yet"),
    INCOMPLETE(1004, Then.BACK_OFF, "the statement is incomplete at this time"),
    SETTLEMENT_NOT_READY(1005, Then.BACK_OFF, "the settlement data are not ready"),
    FIFO_NOT_READY(1006, Then.BACK_OFF, "the FIFO profit and loss is not ready"),
    MARK_TO_MARKET_NOT_READY(1007, Then.BACK_OFF, "the mark-to-market profit and loss is not ready"),
    PROFIT_AND_LOSS_NOT_READY(1008, Then.BACK_OFF, "neither profit and loss is ready"),
    HEAVY_LOAD(1009, Then.BACK_OFF, "the server is under heavy load"),
    LEGACY_QUERY(1010, Then.END, "the query is of a kind that is no longer served: make it an Activity Flex query"),
    SERVICE_INACTIVE(1011, Then.END, "the service is not active for this login: activate it in Client Portal"),
    TOKEN_EXPIRED(1012, Then.END, "the token has expired: make a new one in Client Portal"),
    IP_RESTRICTED(1013, Then.END, "the token is restricted to another address than this machine's"),
    QUERY_INVALID(1014, Then.END, "the query is invalid: compare its id with Client Portal"),
    TOKEN_INVALID(1015, Then.END, "the token is invalid: compare it with Client Portal"),
    ACCOUNT_INVALID(1016, Then.END, "the account is invalid"),
    REFERENCE_INVALID(1017, Then.END, "the reference to the statement is invalid"),
    TOO_MANY_REQUESTS(1018, Then.WAIT_A_MINUTE, "too many requests were made with this token"),
    GENERATING(1019, Then.ASK_AGAIN, "the statement is being generated"),
    REQUEST_INVALID(1020, Then.END, "the request is invalid or could not be validated: token or query may be wrong"),
    COULD_NOT_RETRIEVE(1021, Then.BACK_OFF, "the statement could not be retrieved at this time");

    private static final Map<Integer, FlexError> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(error -> error.code, Function.identity()));

    private final int code;
    private final Then then;
    private final String meaning;

    /** What an answer asks of us. */
    enum Then {
        /** Soon: it is the answer of a service that works. */
        ASK_AGAIN,
        /** Later, and later still. */
        BACK_OFF,
        /** When the minute is over that the limit counts. */
        WAIT_A_MINUTE,
        /** Only when a person has mended it. */
        END
    }

    FlexError(int code, Then then, String meaning) {
        this.code = code;
        this.then = then;
        this.meaning = meaning;
    }

    static Optional<FlexError> of(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    int code() {
        return code;
    }

    Then then() {
        return then;
    }

    String meaning() {
        return meaning;
    }
}
