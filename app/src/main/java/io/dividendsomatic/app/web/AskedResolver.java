package io.dividendsomatic.app.web;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@link Asked} from a request. */
@Component
final class AskedResolver implements HandlerMethodArgumentResolver {
    private final KnownAccounts accounts;
    private final Clock clock;

    AskedResolver(KnownAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Asked.class;
    }

    @Override
    public Asked resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        LocalDate asOf = value(request, "asOf", LocalDate::parse);
        Moment moment = Moment.of(asOf, value(request, "knownAt", Instant::parse), clock);
        return new Asked(
                asOf,
                moment.knownAt(),
                accounts.check(accounts(request)),
                value(request, "currency", CurrencyCode::new),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static List<AccountId> accounts(NativeWebRequest request) {
        List<AccountId> asked = new ArrayList<>();
        String[] values = request.getParameterValues("account");
        for (String value : values == null ? new String[0] : values) {
            for (String one : value.split(",", -1)) {
                if (one.isBlank()) {
                    throw new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_PARAMETER", "account: one of them is blank");
                }
                asked.add(parsed("account", one.strip(), AccountId::parse));
            }
        }
        return asked;
    }

    private static <T> @Nullable T value(NativeWebRequest request, String name, Function<String, T> type) {
        String text = request.getParameter(name);
        return text == null || text.isBlank() ? null : parsed(name, text, type);
    }

    private static <T> T parsed(String name, String text, Function<String, T> type) {
        try {
            return type.apply(text);
        } catch (DateTimeException e) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST, "BAD_PARAMETER", name + ": '" + text + "' is not a value that it takes");
        } catch (IllegalArgumentException e) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_PARAMETER", name + ": " + e.getMessage());
        }
    }
}
