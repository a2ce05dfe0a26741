package io.dividendsomatic.app.config;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/** Tells which of our settings cannot be used, and never its value, which may hold a secret; Boot's own shows it. */
@Order(0)
final class SettingRefusedAnalyzer extends AbstractFailureAnalyzer<BindException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        String name = cause.getName().toString();
        if (!name.startsWith("dividendsomatic.")) {
            return null;
        }
        ConfigurationProperty property = cause.getProperty();
        String where = property == null || property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")";
        return new FailureAnalysis(
                "The setting " + name + where + " cannot be used: " + reason(cause, property),
                "Correct it; its value is not shown here, because it may hold a secret.",
                cause);
    }

    /** A single value fails by its conversion, whose message quotes it; a group by what it says of itself. */
    private static String reason(BindException cause, @Nullable ConfigurationProperty property) {
        Class<?> type = cause.getTarget().getType().resolve(Object.class);
        if (property != null) {
            return type.isEnum()
                    ? "it is none of "
                            + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT)
                    : "it is no " + type.getSimpleName();
        }
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof IllegalArgumentException && root.getMessage() != null
                ? root.getMessage()
                : "something that it needs is missing";
    }
}
