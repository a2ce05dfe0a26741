package io.dividendsomatic.app.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** How pages are asked and in which language they answer. */
@Configuration(proxyBeanMethods = false)
class PageSettings implements WebMvcConfigurer {
    /** English first: it is spoken where the browser wants none of them. */
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("fi"), Locale.of("sv"));

    private final LookArgument look;
    private final ShownArgument shown;

    PageSettings(LookArgument look, ShownArgument shown) {
        this.look = look;
        this.shown = shown;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(look);
        resolvers.add(shown);
    }

    /** The language that was chosen here, else what the browser prefers. */
    @Bean
    static LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver preferred = new AcceptHeaderLocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                String chosen = Preferences.cookie(request, Preferences.LANGUAGE, "");
                Locale asked = chosen.isEmpty() ? super.resolveLocale(request) : Locale.of(chosen);
                return LANGUAGES.stream()
                        .filter(language -> language.getLanguage().equals(asked.getLanguage()))
                        .findFirst()
                        .orElse(Locale.ENGLISH);
            }

            @Override
            public void setLocale(
                    HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
                throw new UnsupportedOperationException("the language is chosen by a cookie");
            }
        };
        preferred.setSupportedLocales(LANGUAGES);
        preferred.setDefaultLocale(Locale.ENGLISH);
        return preferred;
    }
}
