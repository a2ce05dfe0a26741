package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.app.web.ApiProblem;
import io.dividendsomatic.app.web.KnownAccounts;
import io.dividendsomatic.app.web.Moment;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.projection.Standpoints;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads from an address what a page looks at. A form that was left empty says nothing. */
@Component
class LookArgument implements HandlerMethodArgumentResolver {
    private final KnownAccounts accounts;
    private final Clock clock;
    private final CurrencyCode configured;

    LookArgument(
            KnownAccounts accounts,
            Clock clock,
            @Value("${dividendsomatic.reporting-currency}") CurrencyCode configured) {
        this.accounts = accounts;
        this.clock = clock;
        this.configured = configured;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Look.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        return look(Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class)));
    }

    private Look look(HttpServletRequest request) {
        Address here = address(request);
        Instant knownAt = parsed(here, Look.KNOWN_AT, LookArgument::instant);
        Moment moment = Moment.of(parsed(here, Look.AS_OF, LocalDate::parse), knownAt, clock);
        List<AccountId> asked = here.parameters().getOrDefault(Look.ACCOUNT, List.of()).stream()
                .map(account -> parsed(Look.ACCOUNT, account, AccountId::parse))
                .toList();
        CurrencyCode currency = parsed(here, Look.CURRENCY, CurrencyCode::new);
        return new Look(
                moment.asOf(),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                knownAt == null ? Standpoints.WHATEVER_IS_KNOWN : moment.knownAt(),
                accounts.check(asked),
                currency,
                currency == null ? configured : currency,
                here);
    }

    /** What a form sends is what it is for, and says nothing of what is looked at. */
    private static Address address(HttpServletRequest request) {
        if (request.getMethod().equals("POST")) {
            return Address.of(request.getRequestURI());
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            List<String> filled =
                    Arrays.stream(values).filter(value -> !value.isBlank()).toList();
            if (!filled.isEmpty()) {
                parameters.put(name, filled);
            }
        });
        return new Address(request.getRequestURI(), parameters);
    }

    /** Browsers' date fields know no zone: then it is UTC, as everywhere here. */
    private static Instant instant(String text) {
        return text.endsWith("Z")
                ? Instant.parse(text)
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    private static <T> @Nullable T parsed(Address here, String name, Function<String, T> parse) {
        String text = here.first(name);
        return text == null ? null : parsed(name, text, parse);
    }

    private static <T> T parsed(String name, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST, "BAD_PARAMETER", name + ": '" + text + "' is not a value that it takes");
        }
    }
}
