#include "values/quantity.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace rayhelm {

namespace {

struct Suffix {
    const char *text;
    double factor;
};

constexpr Suffix suffixes[] = {
    {"n", 1e-9}, {"u", 1e-6}, {"m", 1e-3}, {"", 1}, {"k", 1e3}, {"M", 1e6}, {"G", 1e9}, {"T", 1e12}, {"P", 1e15}, {"E", 1e18},
    {"Ki", 1024.0}, {"Mi", 1048576.0}, {"Gi", 1073741824.0}, {"Ti", 1099511627776.0}, {"Pi", 1125899906842624.0}, {"Ei", 1152921504606846976.0},
};

const QRegularExpression &pattern()
{
    static const QRegularExpression expression(
        QStringLiteral("^([-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+))(?:([eE][-+]?[0-9]+)|(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?)$"));
    return expression;
}

} // namespace

std::optional<double> parseQuantity(const QString &text)
{
    const QRegularExpressionMatch match = pattern().match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const double number = (match.captured(1) + match.captured(2)).toDouble();
    for (const Suffix &suffix : suffixes) {
        if (match.captured(3) == QLatin1String(suffix.text))
            return number * suffix.factor;
    }
    return std::nullopt;
}

QString memoryText(const QString &quantity)
{
    static const QRegularExpression isDecimal(QStringLiteral("^[kMGTPE]\\z"));
    const std::optional<double> bytes = parseQuantity(quantity);
    const QRegularExpressionMatch match = pattern().match(quantity);
    if (!bytes)
        return quantity;
    if (match.captured(3).endsWith(QLatin1Char('i')) || isDecimal.match(match.captured(3)).hasMatch())
        return QCoreApplication::translate("rayhelm::Values", "%1 %2B", "a number and its unit, as in 128 GB")
            .arg(match.captured(1), match.captured(3));
    return QLocale().formattedDataSize(qint64(*bytes), 1, QLocale::DataSizeSIFormat);
}

} // namespace rayhelm
