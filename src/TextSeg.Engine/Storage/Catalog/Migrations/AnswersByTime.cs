using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TextSeg.Engine.Storage.Catalog.Migrations;

/// <summary>Finds the remembered answers that are too old.</summary>
[DbContext(typeof(CatalogContext))]
[Migration("20261122020000_AnswersByTime")]
public sealed class AnswersByTime : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateIndex("IX_Answers_At", "Answers", "At");
}
