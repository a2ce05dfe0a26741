package io.dividendsomatic.app.config;

import io.dividendsomatic.ingestion.source.FolderSettings;
import io.dividendsomatic.ingestion.source.InboxSettings;
import io.dividendsomatic.ingestion.source.Secret;
import io.dividendsomatic.ingestion.source.download.DownloadSettings;
import io.dividendsomatic.ingestion.source.flex.FlexSettings;
import io.dividendsomatic.ingestion.source.mail.MailSources;
import io.dividendsomatic.ingestion.source.prices.PriceSettings;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * A setting of a source that nobody knows, such as {@code …_AFTERWARD} for {@code …_AFTERWARDS}, would leave the default
 * in force in silence, and empty a share that was to be kept. Boot itself does not look at variables of the environment.
 */
final class UnknownSettings {
    private static final ConfigurationPropertyName INBOX = ConfigurationPropertyName.of("dividendsomatic.inbox");
    private static final ConfigurationPropertyName SOURCES = ConfigurationPropertyName.of("dividendsomatic.sources");
    private static final List<Class<?>> OF_SOURCES = List.of(
            FolderSettings.class, MailSources.class, FlexSettings.class, DownloadSettings.class, PriceSettings.class);

    private UnknownSettings() {}

    /** Throws StartRefused, which names the setting and not its value. */
    static void refuse(ConfigurableEnvironment environment) {
        ConfigurationPropertySources.get(environment).forEach(source -> {
            if (source instanceof IterableConfigurationPropertySource names) {
                names.forEach(UnknownSettings::refuseUnknown);
            }
        });
    }

    private static void refuseUnknown(ConfigurationPropertyName name) {
        List<String> steps = IntStream.range(0, name.getNumberOfElements())
                .mapToObj(step -> name.getElement(step, Form.UNIFORM))
                .toList();
        boolean secretFile = steps.getLast().equals("file");
        if (known(name, steps).isPresent()
                && !(secretFile
                        && known(name, steps.subList(0, steps.size() - 1)).isEmpty())) {
            throw new StartRefused(
                    "There is no setting " + name + ".",
                    "Known at that place: " + known(name, steps).get() + ".");
        }
    }

    /** What is known in place of an unknown step; nothing when all are known. */
    private static Optional<String> known(ConfigurationPropertyName name, List<String> steps) {
        int own = INBOX.getNumberOfElements();
        if (INBOX.isAncestorOf(name) && steps.size() > own) {
            return inRecords(List.of(InboxSettings.class), steps.subList(own, steps.size()));
        }
        return SOURCES.isAncestorOf(name) && steps.size() > own
                ? inRecords(OF_SOURCES, steps.subList(own, steps.size()))
                : Optional.empty();
    }

    /** A variable may tell the words of a key apart: {@code PER_MINUTE} is {@code PERMINUTE}. */
    private static Optional<String> inRecords(List<Class<?>> records, List<String> steps) {
        List<RecordComponent> components = records.stream()
                .flatMap(one -> Stream.of(one.getRecordComponents()))
                .toList();
        return IntStream.rangeClosed(1, steps.size())
                .boxed()
                .flatMap(words -> components.stream()
                        .filter(one -> uniform(one.getName()).equals(String.join("", steps.subList(0, words))))
                        .map(one -> in(one.getGenericType(), steps.subList(words, steps.size()))))
                .findFirst()
                .orElseGet(() -> Optional.of(components.stream()
                        .map(RecordComponent::getName)
                        .map(UnknownSettings::uniform)
                        .sorted()
                        .collect(Collectors.joining(", "))));
    }

    private static Optional<String> in(Type type, List<String> steps) {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        if (type instanceof ParameterizedType several) {
            Type value = Arrays.asList(several.getActualTypeArguments()).getLast();
            boolean anyName = several.getRawType() == Map.class && !isGroup(value);
            return anyName ? Optional.empty() : in(value, steps.subList(1, steps.size()));
        }
        return type instanceof Class<?> one && isGroup(one)
                ? inRecords(List.of(one), steps)
                : Optional.of("nothing below it");
    }

    private static boolean isGroup(Type type) {
        return type instanceof Class<?> one && one.isRecord() && one != Secret.class;
    }

    private static String uniform(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
