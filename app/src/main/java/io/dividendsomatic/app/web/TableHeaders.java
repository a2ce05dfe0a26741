package io.dividendsomatic.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Says beside every table which generation of the read models it was read from; a file gets a name that says what it is:
 * {@code holdings_as-of-2026-01-30_known-at-20260201T081500Z_EUR.csv}.
 */
@ControllerAdvice
class TableHeaders implements ResponseBodyAdvice<Tabular> {
    static final String GENERATIONS = "Read-Model-Generations";
    static final String UP_TO_DATE = "Read-Model-Up-To-Date";

    /** As colons may not stand in the name of a file. */
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String BASE = "/api/v1/";

    private final ActiveGenerations generations;
    private final Clock clock;

    TableHeaders(ActiveGenerations generations, Clock clock) {
        this.generations = generations;
        this.clock = clock;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        ResolvableType type = ResolvableType.forMethodParameter(returned);
        Class<?> body = type.as(HttpEntity.class).hasGenerics()
                ? type.as(HttpEntity.class).getGeneric().resolve(Object.class)
                : returned.getParameterType();
        return Tabular.class.isAssignableFrom(body);
    }

    @Override
    public @Nullable Tabular beforeBodyWrite(
            @Nullable Tabular table,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (table == null) {
            return null;
        }
        HttpHeaders headers = response.getHeaders();
        headers.set(
                GENERATIONS,
                generations.all().entrySet().stream()
                        .map(active -> active.getKey() + "=" + active.getValue())
                        .collect(Collectors.joining(", ")));
        headers.set(UP_TO_DATE, Boolean.toString(table.upToDate()));
        if (TableConverter.class.isAssignableFrom(converter)) {
            refuseTooLong(table);
            String name = name(table, request) + (type.equalsTypeAndSubtype(GetTable.XLSX) ? ".xlsx" : ".csv");
            headers.setContentDisposition(
                    ContentDisposition.attachment().filename(name).build());
        }
        return table;
    }

    /** A file that ends in the middle would look whole. */
    private static void refuseTooLong(Tabular table) {
        if (table.total() > Paging.WHOLE && table.rows().size() == Paging.WHOLE) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "TOO_MANY_ROWS",
                    table.total() + " rows, and a file has at most " + Paging.WHOLE + ": ask for less, or for pages");
        }
    }

    /** What a page gives says by its path what it is, and of which kind. */
    private static String page(String path) {
        return path.replaceFirst("^/", "").replaceFirst("\\.(csv|xlsx)$", "");
    }

    private String name(Tabular table, ServerHttpRequest request) {
        HttpServletRequest servlet = ((ServletServerHttpRequest) request).getServletRequest();
        String path = servlet.getRequestURI();
        String list = path.startsWith(BASE) ? path.substring(BASE.length()) : page(path);
        StringJoiner name = new StringJoiner("_");
        name.add(list.replaceAll("[^A-Za-z0-9.-]+", "-"));
        if (table.asOf() != null) {
            name.add("as-of-" + table.asOf());
        }
        Instant known = Moment.named(table.knownAt(), clock);
        name.add("known-at-" + INSTANT.format(known != null ? known : clock.instant()));
        if (table.currency() != null) {
            name.add(table.currency().toString());
        }
        return name.toString();
    }
}
