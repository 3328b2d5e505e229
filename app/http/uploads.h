// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/apicontext.h"
#include "app/http/message.h"
#include "app/http/reply.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace tallyman::http {

/// A file as it was sent in a form.
struct UploadedFile {
    QString name;
    QByteArray content;
};

/// The file in the form's field `file`. What is wrong otherwise is in `status` and `error`.
struct FormFile {
    UploadedFile file;
    int status = 200; ///< 400 for a body that cannot be read, 413, 422 for one without a usable file
    QString error; ///< translated
};
[[nodiscard]] FormFile readFormFile(const Request &request, qint64 limit);

/// `POST /api/analyze`: keeps the file on disk, then makes a pending job for it, then answers. Where the job
/// cannot be made the file is removed again. Works in the context's thread pool.
void acceptUpload(const ApiContext &context, Request request, Reply reply);

} // namespace tallyman::http
