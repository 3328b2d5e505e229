// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/savedview.h"

#include "models/domain/jobfilter.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tallyman {

namespace {

using L = QLatin1StringView;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(SavedView)
};

// What is pasted may be anything; a view is a line of a query and a line of columns.
constexpr qsizetype longestText = 64 * 1024;

struct Shipped {
    const char *key;
    const char *name;
    const char *query;
};
constexpr Shipped shippedTable[] = {
    {"all", QT_TRANSLATE_NOOP("SavedView", "All"), ""},
    {"running", QT_TRANSLATE_NOOP("SavedView", "Running"), "status:running"},
    {"failed-today", QT_TRANSLATE_NOOP("SavedView", "Failed today"), "status:failed ended:today"},
    {"slow", QT_TRANSLATE_NOOP("SavedView", "Slow"), "duration:>1h"},
    {"stalled", QT_TRANSLATE_NOOP("SavedView", "Stalled"), "status:running heartbeat:>10m"},
};

StoreError problem(const QString &message)
{
    return {ErrorCode::InvalidValue, message, {}, {}};
}

// Columns that are JSON stay readable; anything else is base64.
QString columnsText(const QByteArray &columns)
{
    const QJsonDocument json = QJsonDocument::fromJson(columns);
    return QString::fromUtf8(json.isNull() ? columns.toBase64() : json.toJson(QJsonDocument::Compact));
}

std::optional<QByteArray> columnsFromText(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    if (bytes.startsWith('{') || bytes.startsWith('['))
        return QJsonDocument::fromJson(bytes).isNull() ? std::nullopt : std::optional(bytes);
    const auto decoded = QByteArray::fromBase64Encoding(bytes, QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? std::optional(*decoded) : std::nullopt;
}

} // namespace

QString SavedView::title() const
{
    if (!name.isEmpty())
        return name;
    for (const Shipped &view : shippedTable) {
        if (this->shipped == L(view.key))
            return Tr::tr(view.name);
    }
    return query;
}

QList<SavedView> shippedViews()
{
    QList<SavedView> views;
    for (const Shipped &view : shippedTable)
        views.append({{}, QString::fromLatin1(view.query), {}, QString::fromLatin1(view.key)});
    return views;
}

QString toText(const SavedView &view)
{
    QString text = view.title() + L(": ") + view.query;
    if (!view.columns.isEmpty())
        text += u'\n' + columnsText(view.columns);
    return text;
}

Result<SavedView> savedViewFromText(const QString &text)
{
    if (text.trimmed().isEmpty())
        return problem(
            Tr::tr("There is no text to paste. A view is one line: its name, a colon and the query."));
    if (text.size() > longestText)
        return problem(Tr::tr("The text is too long to be a view."));
    const QStringList lines = text.trimmed().split(u'\n');
    const QString first = lines.constFirst().trimmed();
    if (lines.size() > 2)
        return problem(Tr::tr("The text has %1 lines; a view has one, and a second one for its columns.")
                           .arg(lines.size()));
    // A name may hold a colon itself, but then no blank follows it.
    qsizetype colon = first.indexOf(L(": "));
    if (colon < 0 && first.endsWith(u':'))
        colon = first.size() - 1;
    if (colon < 0)
        return problem(Tr::tr("“%1” is not a view: write its name, a colon, a blank and the query.")
                           .arg(first.left(SavedView::longestName)));
    SavedView view;
    view.name = first.left(colon).simplified();
    view.query = first.mid(colon + 1).trimmed();
    if (view.name.isEmpty())
        return problem(Tr::tr("In front of the colon must stand the name of the view."));
    if (view.name.size() > SavedView::longestName)
        return problem(Tr::tr("The name is longer than %1 characters.").arg(SavedView::longestName));
    if (const auto parsed = parseFilter(view.query); !parsed)
        return problem(parsed.error().message);
    if (lines.size() == 2) {
        const auto columns = columnsFromText(lines.at(1).trimmed());
        if (!columns)
            return problem(Tr::tr("The second line does not say which columns to show; leave it out."));
        view.columns = *columns;
    }
    return view;
}

QByteArray toJson(const QList<SavedView> &views)
{
    QJsonArray all;
    for (const SavedView &view : views) {
        QJsonObject object{{L("query"), view.query}};
        if (!view.name.isEmpty())
            object.insert(L("name"), view.name);
        if (!view.shipped.isEmpty())
            object.insert(L("shipped"), view.shipped);
        if (!view.columns.isEmpty())
            object.insert(L("columns"), columnsText(view.columns));
        all.append(object);
    }
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

std::optional<QList<SavedView>> savedViewsFromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isArray())
        return {};
    QList<SavedView> views;
    const QJsonArray all = document.array();
    for (const QJsonValue &value : all) {
        SavedView view{value[L("name")].toString().simplified().left(SavedView::longestName),
                       value[L("query")].toString(),
                       columnsFromText(value[L("columns")].toString()).value_or(QByteArray()),
                       value[L("shipped")].toString()};
        if (value.isObject() && !view.title().isEmpty() && parseFilter(view.query))
            views.append(view);
    }
    return views;
}

} // namespace tallyman
